package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.CERTIFICATE_ARN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.CERTIFICATE_ID;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.POLICY_DOCUMENT;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.POLICY_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.PRINCIPAL;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.TARGET;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.apache.camel.Message;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iot.model.Certificate;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.CreateCertificateFromCsrResponse;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;
import software.amazon.awssdk.services.iot.model.DescribeCertificateResponse;
import software.amazon.awssdk.services.iot.model.EffectivePolicy;
import software.amazon.awssdk.services.iot.model.GetEffectivePoliciesResponse;
import software.amazon.awssdk.services.iot.model.GetPolicyResponse;
import software.amazon.awssdk.services.iot.model.ListAttachedPoliciesResponse;
import software.amazon.awssdk.services.iot.model.ListCertificatesResponse;
import software.amazon.awssdk.services.iot.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iot.model.ListPrincipalThingsResponse;
import software.amazon.awssdk.services.iot.model.ListThingPrincipalsResponse;
import software.amazon.awssdk.services.iot.model.Policy;
import software.amazon.awssdk.services.iot.model.RegisterThingResponse;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;

/** Certificates, policies, what is attached to what, and provisioning, with the real SDK client. */
@ExtendWith(StandInExtension.class)
class CertificatesAtStandInTest {

    private static final String OWN_SHADOW = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"iot:Connect\",\"Resource\":\"*\"}]}";
    private static final String TEMPLATE = """
            {"Parameters": {"Site": {"Type": "String"}, "Id": {"Type": "String"}},
             "Resources": {
               "thing": {"Type": "AWS::IoT::Thing", "Properties": {"ThingName": {"Ref": "Site"}}},
               "certificate": {"Type": "AWS::IoT::Certificate", "Properties": {"CertificateId": {"Ref": "Id"}}}}}
            """;

    private final StandIn aws;

    CertificatesAtStandInTest(StandIn aws) {
        this.aws = aws;
    }

    @Test
    void aCertificateWithKeysIsMadeSwitchedOffAndDeleted() {
        Message made = call("createKeysAndCertificate", Map.of(Iot2Constants.SET_AS_ACTIVE, true));
        String id = made.getHeader(CERTIFICATE_ID, String.class);

        Message described = call("describeCertificate", Map.of(CERTIFICATE_ID, id));
        call("updateCertificate", Map.of(CERTIFICATE_ID, id, Iot2Constants.CERTIFICATE_STATUS, "INACTIVE"));

        assertThat(made.getBody(CreateKeysAndCertificateResponse.class)
                        .keyPair()
                        .privateKey())
                .contains("PRIVATE KEY");
        assertThat(described.getHeader(CERTIFICATE_ARN)).isEqualTo(made.getHeader(CERTIFICATE_ARN));
        assertThat(status(id)).isEqualTo(CertificateStatus.INACTIVE);
        assertThat(call("listCertificates", Map.of())
                        .getBody(ListCertificatesResponse.class)
                        .certificates())
                .extracting(Certificate::certificateId)
                .contains(id);
        call("deleteCertificate", Map.of(CERTIFICATE_ID, id, Iot2Constants.FORCE_DELETE, true));
        assertThat(aws.send("aws2-iot:registry?operation=describeCertificate", null, Map.of(CERTIFICATE_ID, id))
                        .getException())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aCertificateIsMadeForKeysThatStayWithTheDevice() throws Exception {
        Message made =
                call("createCertificateFromCsr", Map.of(Iot2Constants.CERTIFICATE_SIGNING_REQUEST, signingRequest()));

        assertThat(made.getBody(CreateCertificateFromCsrResponse.class).certificatePem())
                .contains("BEGIN CERTIFICATE");
        assertThat(status(made.getHeader(CERTIFICATE_ID, String.class))).isEqualTo(CertificateStatus.INACTIVE);
    }

    @Test
    void aThingACertificateAndAPolicyAreTiedAndUntied() {
        String arn = call("createKeysAndCertificate", Map.of()).getHeader(CERTIFICATE_ARN, String.class);
        call("createThing", Map.of(THING_NAME, "gate"));
        Message policy = call("createPolicy", Map.of(POLICY_NAME, "gate-only", POLICY_DOCUMENT, OWN_SHADOW));
        Map<String, Object> thing = Map.of(THING_NAME, "gate", PRINCIPAL, arn);
        Map<String, Object> target = Map.of(POLICY_NAME, "gate-only", TARGET, arn);

        call("attachThingPrincipal", thing);
        call("attachPolicy", target);

        assertThat(call("listThingPrincipals", thing)
                        .getBody(ListThingPrincipalsResponse.class)
                        .principals())
                .containsExactly(arn);
        assertThat(call("listPrincipalThings", thing)
                        .getBody(ListPrincipalThingsResponse.class)
                        .things())
                .containsExactly("gate");
        assertThat(call("listAttachedPolicies", target)
                        .getBody(ListAttachedPoliciesResponse.class)
                        .policies())
                .extracting(Policy::policyArn)
                .containsExactly(policy.getHeader(Iot2Constants.POLICY_ARN, String.class));
        assertThat(call("getEffectivePolicies", thing)
                        .getBody(GetEffectivePoliciesResponse.class)
                        .effectivePolicies())
                .extracting(EffectivePolicy::policyName)
                .containsExactly("gate-only");

        call("detachPolicy", target);
        call("detachThingPrincipal", thing);

        assertThat(call("listThingPrincipals", thing)
                        .getBody(ListThingPrincipalsResponse.class)
                        .principals())
                .isEmpty();
    }

    @Test
    void aPolicyIsMadeReadListedAndDeleted() {
        Map<String, Object> name = Map.of(POLICY_NAME, "short-lived");
        call("createPolicy", Map.of(POLICY_NAME, "short-lived", POLICY_DOCUMENT, OWN_SHADOW));

        assertThat(call("getPolicy", name).getBody(GetPolicyResponse.class).policyDocument())
                .isEqualTo(OWN_SHADOW);
        assertThat(policies()).contains("short-lived");
        call("deletePolicy", name);
        assertThat(policies()).doesNotContain("short-lived");
    }

    @Test
    void aThingIsRegisteredByATemplate() {
        String id = call("createKeysAndCertificate", Map.of()).getHeader(CERTIFICATE_ID, String.class);

        Message registered = call(
                "registerThing",
                Map.of(
                        Iot2Constants.TEMPLATE_BODY,
                        TEMPLATE,
                        Iot2Constants.PARAMETERS,
                        Map.of("Site", "harbour", "Id", id)));

        assertThat(registered
                        .getBody(RegisterThingResponse.class)
                        .resourceArns()
                        .get("thing"))
                .endsWith("thing/harbour");
        assertThat(status(id)).isEqualTo(CertificateStatus.ACTIVE);
    }

    private CertificateStatus status(String id) {
        return call("describeCertificate", Map.of(CERTIFICATE_ID, id))
                .getBody(DescribeCertificateResponse.class)
                .certificateDescription()
                .status();
    }

    private Iterable<String> policies() {
        return call("listPolicies", Map.of()).getBody(ListPoliciesResponse.class).policies().stream()
                .map(Policy::policyName)
                .toList();
    }

    private Message call(String operation, Map<String, Object> headers) {
        return aws.done("aws2-iot:registry?operation=" + operation, null, headers);
    }

    private static String signingRequest() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=gate"), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        }
        return pem.toString();
    }
}
