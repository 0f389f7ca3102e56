package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.altindag.ssl.pem.util.PemUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Certificate;
import software.amazon.awssdk.services.iot.model.CertificateDescription;
import software.amazon.awssdk.services.iot.model.CertificateMode;
import software.amazon.awssdk.services.iot.model.CertificateStateException;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.CertificateValidationException;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;
import software.amazon.awssdk.services.iot.model.DeleteConflictException;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;

class CertificateApiTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final Instant NEXT_YEAR = Instant.now().plus(365, ChronoUnit.DAYS);

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
    void keysAreMadeWithACertificateForThemWhichTheRootHasSigned() throws Exception {
        CreateKeysAndCertificateResponse made = iot.createKeysAndCertificate(r -> r.setAsActive(true));

        X509Certificate certificate = Pem.certificates(made.certificatePem()).get(0);
        X509Certificate root =
                Pem.certificates(Files.readString(LOCAL.aws().rootCa())).get(0);
        certificate.verify(root.getPublicKey());
        assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
                .isEqualTo(2_048);
        assertThat(PemUtils.parsePrivateKey(made.keyPair().privateKey()).getAlgorithm())
                .isEqualTo("RSA");
        assertThat(made.keyPair().publicKey()).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(made.certificateId())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        assertThat(made.certificateArn()).endsWith(":cert/" + made.certificateId());
        CertificateDescription described = describe(made.certificateId());
        assertThat(described.status()).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(described.certificateMode()).isEqualTo(CertificateMode.DEFAULT);
        assertThat(described.certificatePem()).isEqualTo(made.certificatePem());
        assertThat(described.creationDate()).isAfter(Instant.now().minus(1, ChronoUnit.MINUTES));
        assertThat(described.validity().notAfter()).isEqualTo(Instant.parse("2049-12-31T23:59:59Z"));
    }

    @Test
    void aSigningRequestIsAnsweredWithACertificateForItsKey() throws Exception {
        for (KeyPair keys :
                List.of(KeyMaterial.keys("EC", 256), KeyMaterial.keys("EC", 384), KeyMaterial.keys("RSA", 2_048))) {
            String id = fromCsr(KeyMaterial.csr(keys, keys));

            CertificateDescription made = describe(id);
            X509Certificate certificate =
                    Pem.certificates(made.certificatePem()).get(0);
            assertThat(certificate.getPublicKey()).isEqualTo(keys.getPublic());
            assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=lamp");
            assertThat(made.status()).isEqualTo(CertificateStatus.INACTIVE);
        }
    }

    @Test
    void aSigningRequestWithABadSignatureOrAWeakKeyIsRefused() throws Exception {
        KeyPair owner = KeyMaterial.keys("EC", 256);
        KeyPair other = KeyMaterial.keys("EC", 256);
        KeyPair weak = KeyMaterial.keys("RSA", 1_024);

        assertThatThrownBy(() -> fromCsr(KeyMaterial.csr(owner, other)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("not signed with the private key of its public key");
        assertThatThrownBy(() -> fromCsr(KeyMaterial.csr(weak, weak)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("RSA of 2048 bits or more");
        assertThatThrownBy(
                        () -> fromCsr("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----"))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aCertificateOfAnybodyIsRegisteredOnceIfItIsValid() throws Exception {
        String certificate = KeyMaterial.selfSigned(KeyMaterial.keys("EC", 256), NEXT_YEAR);
        String id = register(certificate);

        assertThat(describe(id).certificateMode()).isEqualTo(CertificateMode.SNI_ONLY);
        assertThat(describe(id).status()).isEqualTo(CertificateStatus.INACTIVE);
        assertThatThrownBy(() -> register(certificate)).isInstanceOf(ResourceAlreadyExistsException.class);
        String expired = KeyMaterial.selfSigned(
                KeyMaterial.keys("EC", 256), Instant.now().minus(1, ChronoUnit.DAYS));
        assertThatThrownBy(() -> register(expired)).isInstanceOf(CertificateValidationException.class);
        assertThatThrownBy(() -> register("nonsense")).isInstanceOf(CertificateValidationException.class);
    }

    @Test
    void aCertificateIsDeletedOnceItIsNeitherActiveNorAttached() throws Exception {
        Device device = Device.thing(LOCAL.aws(), iot, "doomed");
        iot.createPolicy(r -> r.policyName("doom").policyDocument(ThingPolicy.allow("iot:*")));
        iot.attachPolicy(r -> r.policyName("doom").target(device.arn()));

        assertThatThrownBy(() -> delete(device, true)).isInstanceOf(CertificateStateException.class);
        iot.updateCertificate(r -> r.certificateId(device.certificateId()).newStatus(CertificateStatus.REVOKED));
        assertThatThrownBy(() -> delete(device, true)).isInstanceOf(DeleteConflictException.class);
        iot.detachThingPrincipal(r -> r.thingName("doomed").principal(device.arn()));
        assertThatThrownBy(() -> delete(device, false)).isInstanceOf(DeleteConflictException.class);
        delete(device, true);

        assertThatThrownBy(() -> describe(device.certificateId())).isInstanceOf(ResourceNotFoundException.class);
        assertThat(iot.listTargetsForPolicy(r -> r.policyName("doom")).targets())
                .isEmpty();
    }

    @Test
    void onlyStatesThatACallerMaySetAreTaken() throws Exception {
        String id = Device.create(LOCAL.aws(), iot).certificateId();

        assertThatThrownBy(() ->
                        iot.updateCertificate(r -> r.certificateId(id).newStatus(CertificateStatus.PENDING_TRANSFER)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("must be ACTIVE, INACTIVE or REVOKED");
        assertThatThrownBy(() -> describe("f".repeat(64))).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> describe("not-an-id")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void certificatesAreListedFromEitherEndPageByPage() throws Exception {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(Device.create(LOCAL.aws(), iot).certificateId());
        }

        List<String> ascending =
                iot.listCertificatesPaginator(r -> r.pageSize(2).ascendingOrder(true)).certificates().stream()
                        .map(Certificate::certificateId)
                        .toList();
        List<String> newest = iot.listCertificates(r -> r.pageSize(2)).certificates().stream()
                .map(Certificate::certificateId)
                .toList();
        assertThat(ascending).containsSubsequence(made).doesNotHaveDuplicates();
        assertThat(newest).containsExactly(made.get(2), made.get(1));
    }

    private static CertificateDescription describe(String id) {
        return iot.describeCertificate(r -> r.certificateId(id)).certificateDescription();
    }

    private static String fromCsr(String csr) {
        return iot.createCertificateFromCsr(r -> r.certificateSigningRequest(csr))
                .certificateId();
    }

    private static String register(String certificate) {
        return iot.registerCertificateWithoutCA(r -> r.certificatePem(certificate))
                .certificateId();
    }

    private static void delete(Device device, boolean force) {
        iot.deleteCertificate(r -> r.certificateId(device.certificateId()).forceDelete(force));
    }
}
