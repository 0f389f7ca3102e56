package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.security.KeyPair;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.RegisterThingResponse;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.ResourceRegistrationFailureException;

/** RegisterThing with a template, as in AWS's guide. */
class ProvisioningTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final String TEMPLATE = """
            {"Parameters": {
               "Site": {"Type": "String"}, "Csr": {"Type": "String"}, "Zone": {"Type": "String", "Default": "UTC"}},
             "Resources": {
               "thing": {"Type": "AWS::IoT::Thing", "Properties": {
                 "ThingName": {"Fn::Join": ["-", ["site", {"Ref": "Site"}]]},
                 "AttributePayload": {"zone": {"Ref": "Zone"}, "label": {"Fn::Sub": "${Site}:${Zone}"}}}},
               "certificate": {"Type": "AWS::IoT::Certificate", "Properties": {
                 "CertificateSigningRequest": {"Ref": "Csr"}, "Status": "Active"}},
               "policy": {"Type": "AWS::IoT::Policy", "Properties": {"PolicyDocument": %s}}}}
            """.formatted(ThingPolicy.OWN_TOPICS);

    private static IotClient iot;

    @BeforeAll
    static void connect() {
        iot = AwsClients.iot(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        iot.close();
    }

    @Test
    void aThingIsMadeWithCertificateAndPolicyAndCanConnect() throws Exception {
        KeyPair keys = KeyMaterial.keys("EC", 256);
        RegisterThingResponse made = register(TEMPLATE, Map.of("Site", "north", "Csr", KeyMaterial.csr(keys, keys)));

        assertThat(made.resourceArns()).containsOnlyKeys("thing", "certificate", "policy");
        assertThat(made.resourceArns().get("thing")).endsWith(":thing/site-north");
        assertThat(iot.describeThing(r -> r.thingName("site-north")).attributes())
                .isEqualTo(Map.of("zone", "UTC", "label", "north:UTC"));
        Device device = new Device(
                LOCAL.aws(),
                made.resourceArns().get("certificate"),
                null,
                Device.tls(LOCAL.aws(), made.certificatePem(), KeyMaterial.key(keys)));
        try (MqttProbe probe = device.connect("site-north").listen("site/site-north/x")) {
            probe.publish("site/site-north/x", "1");
            assertThat(probe.next("site/site-north/x").asInt()).isEqualTo(1);
        }
    }

    @Test
    void thingsOfOneTemplateShareItsPolicyAndOneThatIsThereIsTakenAsItIs() throws Exception {
        KeyPair keys = KeyMaterial.keys("EC", 256);
        Map<String, String> parameters = Map.of("Site", "east", "Csr", KeyMaterial.csr(keys, keys), "Zone", "CET");
        RegisterThingResponse first = register(TEMPLATE, parameters);
        RegisterThingResponse second = register(TEMPLATE, parameters);

        assertThat(second.resourceArns().get("policy"))
                .isEqualTo(first.resourceArns().get("policy"));
        assertThat(iot.listThingPrincipals(r -> r.thingName("site-east")).principals())
                .containsExactlyInAnyOrder(
                        first.resourceArns().get("certificate"),
                        second.resourceArns().get("certificate"));
    }

    @Test
    void aCertificateThatIsThereIsNamedByItsIdAndAPolicyByItsName() throws Exception {
        iot.createPolicy(r -> r.policyName("by-name").policyDocument(ThingPolicy.OWN_TOPICS));
        Device device = Device.create(LOCAL.aws(), iot);
        iot.updateCertificate(r -> r.certificateId(device.certificateId()).newStatus(CertificateStatus.INACTIVE));
        String template = """
                {"Parameters": {"Id": {"Type": "String"}}, "Resources": {
                   "c": {"Type": "AWS::IoT::Certificate", "Properties": {"CertificateId": {"Ref": "Id"}}},
                   "p": {"Type": "AWS::IoT::Policy", "Properties": {"PolicyName": "by-name"}}}}
                """;

        RegisterThingResponse made = register(template, Map.of("Id", device.certificateId()));

        assertThat(made.resourceArns().get("c")).isEqualTo(device.arn());
        assertThat(iot.describeCertificate(r -> r.certificateId(device.certificateId()))
                        .certificateDescription()
                        .status())
                .isEqualTo(CertificateStatus.ACTIVE);
        assertThat(iot.listAttachedPolicies(r -> r.target(device.arn())).policies())
                .hasSize(1);
    }

    @Test
    void whatCannotBeDoneWholeIsNotDoneAtAll() throws Exception {
        KeyPair keys = KeyMaterial.keys("EC", 256);
        iot.createThing(r -> r.thingName("site-taken").attributePayload(p -> p.attributes(Map.of("zone", "other"))));
        int certificates = iot.listCertificates(r -> {}).certificates().size();
        String csr = KeyMaterial.csr(keys, keys);
        String noPolicy = TEMPLATE.replaceAll("(?s)\"PolicyDocument\": .*", "\"PolicyName\": \"nowhere\"}}}}");

        assertThatThrownBy(() -> register(TEMPLATE, Map.of("Site", "taken", "Csr", csr)))
                .isInstanceOf(ResourceRegistrationFailureException.class)
                .hasMessageContaining("site-taken already exists");
        assertThatThrownBy(() -> register(noPolicy, Map.of("Site", "south", "Csr", csr)))
                .isInstanceOf(ResourceRegistrationFailureException.class)
                .hasMessageContaining("Policy nowhere not found");

        assertThat(iot.listCertificates(r -> {}).certificates()).hasSize(certificates);
        assertThatThrownBy(() -> iot.describeThing(r -> r.thingName("site-south")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aTemplateThatIsNotUnderstoodIsRefusedWithWhatIsWrong() {
        assertThatThrownBy(() -> register(TEMPLATE, Map.of("Site", "x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the parameter Csr has no value and no Default");
        assertThatThrownBy(() -> register(TEMPLATE.replace("Fn::Join", "Fn::Pick"), Map.of("Site", "x", "Csr", "y")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("must be a text, Ref, Fn::Join or Fn::Sub");
        assertThatThrownBy(() -> register(
                        TEMPLATE.replace("AWS::IoT::Policy", "AWS::S3::Bucket"), Map.of("Site", "x", "Csr", "y")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Type must be AWS::IoT::Thing");
        assertThatThrownBy(() -> register("{\"Resources\": {}}", Map.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("one AWS::IoT::Certificate");
    }

    private static RegisterThingResponse register(String template, Map<String, String> parameters) {
        return iot.registerThing(r -> r.templateBody(template).parameters(parameters));
    }
}
