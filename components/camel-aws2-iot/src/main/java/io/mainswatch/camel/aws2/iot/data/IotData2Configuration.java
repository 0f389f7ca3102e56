package io.mainswatch.camel.aws2.iot.data;

import io.mainswatch.camel.aws2.iot.plane.NameRule;
import io.mainswatch.camel.aws2.iot.plane.PlaneConfiguration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The options of the data plane. */
@UriParams
public class IotData2Configuration extends PlaneConfiguration {

    @UriParam
    @Metadata(autowired = true)
    private IotDataPlaneClient iotDataPlaneClient;

    @UriParam
    private IotData2Operations operation;

    @UriParam
    private String thingName;

    @UriParam
    private String shadowName;

    @UriParam(label = "producer", defaultValue = "fail")
    private IfAbsent ifAbsent = IfAbsent.fail;

    @UriParam(label = "producer")
    private Long version;

    @UriParam(label = "consumer", defaultValue = "emit")
    private InitialState initialState = InitialState.emit;

    @UriParam(label = "producer")
    private String topic;

    @UriParam(label = "producer", enums = "0,1", defaultValue = "1")
    private int qos = 1;

    @UriParam(label = "producer")
    private boolean retain;

    @UriParam(label = "producer")
    private String healthCheckThingName;

    public IotDataPlaneClient getIotDataPlaneClient() {
        return iotDataPlaneClient;
    }

    /** To use an existing configured AWS IoT data plane client */
    public void setIotDataPlaneClient(IotDataPlaneClient iotDataPlaneClient) {
        this.iotDataPlaneClient = iotDataPlaneClient;
    }

    public IotData2Operations getOperation() {
        return operation;
    }

    /**
     * The operation to perform.
     *
     * <p>You can configure a default operation on the component level, or the operation as part of the endpoint, or via
     * a message header with the key CamelAws2IotDataOperation. A consumer reads the shadow, so getThingShadow is the only
     * one that it takes, and needs not be given.
     */
    public void setOperation(IotData2Operations operation) {
        this.operation = operation;
    }

    public String getThingName() {
        return thingName;
    }

    /** The name of the thing, unless the header CamelAws2IotDataThingName has one. */
    public void setThingName(String thingName) {
        this.thingName = thingName;
    }

    public String getShadowName() {
        return shadowName;
    }

    /** The name of the shadow, unless the header CamelAws2IotDataShadowName has one; the classic shadow when empty. */
    public void setShadowName(String shadowName) {
        this.shadowName = shadowName;
    }

    public IfAbsent getIfAbsent() {
        return ifAbsent;
    }

    /**
     * What getThingShadow does when there is no such shadow: fail with a ResourceNotFoundException, or give an empty
     * body and the header CamelAws2IotDataAbsent. Any other error fails either way.
     */
    public void setIfAbsent(IfAbsent ifAbsent) {
        this.ifAbsent = ifAbsent;
    }

    public Long getVersion() {
        return version;
    }

    /**
     * The version that the shadow must have for updateThingShadow, unless the header CamelAws2IotDataExpectedVersion has
     * one. AWS refuses the update of another version with a ConflictException.
     */
    public void setVersion(Long version) {
        this.version = version;
    }

    public InitialState getInitialState() {
        return initialState;
    }

    /**
     * What a consumer does with the shadow that it finds at its first poll: emit it, or skip it and wait for the next
     * version.
     */
    public void setInitialState(InitialState initialState) {
        this.initialState = initialState;
    }

    public String getTopic() {
        return topic;
    }

    /** The topic of publish and getRetainedMessage, unless the header CamelAws2IotDataTopic has one. */
    public void setTopic(String topic) {
        this.topic = topic;
    }

    public int getQos() {
        return qos;
    }

    /** The quality of service of publish, unless the header CamelAws2IotDataQos has one: 0 at most once, 1 at least once. */
    public void setQos(int qos) {
        this.qos = qos;
    }

    public boolean isRetain() {
        return retain;
    }

    /** Whether AWS keeps a published message for later subscribers, unless the header CamelAws2IotDataRetain says. */
    public void setRetain(boolean retain) {
        this.retain = retain;
    }

    public String getHealthCheckThingName() {
        return healthCheckThingName;
    }

    /**
     * The thing whose named shadows the health check lists; it need not exist. Without it the health check looks at the
     * region only, as no other read of the data plane is free of side effects and of a thing's name.
     */
    public void setHealthCheckThingName(String healthCheckThingName) {
        this.healthCheckThingName = healthCheckThingName;
    }

    /**
     * Refuses names that AWS would not take.
     *
     * @throws IllegalArgumentException with the option, its value and the rule
     */
    void requireNames() {
        check("thingName", thingName, NameRule.THING_NAME);
        check("shadowName", shadowName, NameRule.SHADOW_NAME);
        check("healthCheckThingName", healthCheckThingName, NameRule.THING_NAME);
    }

    private static void check(String option, String name, NameRule rule) {
        if (ObjectHelper.isNotEmpty(name)) {
            rule.checked("The option " + option, name);
        }
    }

    public IotData2Configuration copy() {
        return (IotData2Configuration) clone();
    }
}
