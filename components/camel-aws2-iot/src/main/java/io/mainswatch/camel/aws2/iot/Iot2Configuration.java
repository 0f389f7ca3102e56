package io.mainswatch.camel.aws2.iot;

import io.mainswatch.camel.aws2.iot.plane.PlaneConfiguration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import software.amazon.awssdk.services.iot.IotClient;

/** The options of the control plane. */
@UriParams
public class Iot2Configuration extends PlaneConfiguration {

    @UriParam
    @Metadata(autowired = true)
    private IotClient iotClient;

    @UriParam
    private Iot2Operations operation;

    public IotClient getIotClient() {
        return iotClient;
    }

    /** To use an existing configured AWS IoT client */
    public void setIotClient(IotClient iotClient) {
        this.iotClient = iotClient;
    }

    public Iot2Operations getOperation() {
        return operation;
    }

    /**
     * The operation to perform.
     *
     * <p>You can configure a default operation on the component level, or the operation as part of the endpoint, or via
     * a message header with the key CamelAws2IotOperation.
     */
    public void setOperation(Iot2Operations operation) {
        this.operation = operation;
    }

    public Iot2Configuration copy() {
        return (Iot2Configuration) clone();
    }
}
