package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AutoRegistrationStatus;
import software.amazon.awssdk.services.iot.model.CACertificate;
import software.amazon.awssdk.services.iot.model.CACertificateDescription;
import software.amazon.awssdk.services.iot.model.CACertificateStatus;
import software.amazon.awssdk.services.iot.model.Certificate;
import software.amazon.awssdk.services.iot.model.CertificateConflictException;
import software.amazon.awssdk.services.iot.model.CertificateDescription;
import software.amazon.awssdk.services.iot.model.CertificateMode;
import software.amazon.awssdk.services.iot.model.CertificateStateException;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.CertificateValidationException;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.LimitExceededException;
import software.amazon.awssdk.services.iot.model.RegistrationCodeValidationException;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;

/** Authorities of one's own, and the certificates that they have signed. */
class CaCertificateApiTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

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
    void theRegistrationCodeStaysUntilItIsDeleted() {
        String code = code();
        assertThat(code).matches("[0-9a-f]{64}").isEqualTo(code());

        iot.deleteRegistrationCode(r -> {});
        assertThatThrownBy(() -> iot.deleteRegistrationCode(r -> {})).isInstanceOf(ResourceNotFoundException.class);
        assertThat(code()).isNotEqualTo(code);
    }

    @Test
    void anAuthorityIsRegisteredByWhoeverHasItsKey() throws Exception {
        PrivateAuthority lamps = PrivateAuthority.create("lamps");
        String id = lamps.register(iot, true);

        CACertificateDescription described = describe(id);
        assertThat(id).isEqualTo(CertificateIds.of(Pem.certificates(lamps.pem()).get(0)));
        assertThat(described.certificateArn()).endsWith(":cacert/" + id);
        assertThat(described.status()).isEqualTo(CACertificateStatus.ACTIVE);
        assertThat(described.autoRegistrationStatus()).isEqualTo(AutoRegistrationStatus.ENABLE);
        assertThat(described.certificateMode()).isEqualTo(CertificateMode.DEFAULT);
        assertThat(described.certificatePem()).isEqualTo(lamps.pem());
        assertThat(described.ownedBy()).isEqualTo("000000000000");
        assertThat(described.validity().notAfter()).isAfter(Instant.now().plus(364, ChronoUnit.DAYS));
        assertThatThrownBy(() -> lamps.register(iot, true)).isInstanceOf(ResourceAlreadyExistsException.class);
    }

    @Test
    void whoeverHasNotShownTheKeyIsRefused() throws Exception {
        PrivateAuthority doors = PrivateAuthority.create("doors");
        PrivateAuthority forger = PrivateAuthority.of("doors", KeyMaterial.keys("EC", 256));
        String earlier = doors.verification(code());
        iot.deleteRegistrationCode(r -> {});

        assertThatThrownBy(registering(doors.pem(), earlier)).isInstanceOf(RegistrationCodeValidationException.class);
        String stranger = forger.verification(code());
        assertThatThrownBy(registering(doors.pem(), stranger))
                .isInstanceOf(CertificateValidationException.class)
                .hasMessageContaining("not signed by the CA");
        assertThatThrownBy(registering(doors.pem(), null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("unless certificateMode is SNI_ONLY");
    }

    @Test
    void whatIsNoAuthorityIsRefused() throws Exception {
        String device = KeyMaterial.selfSigned(
                KeyMaterial.keys("EC", 256), Instant.now().plus(1, ChronoUnit.DAYS));

        assertThatThrownBy(() -> iot.registerCACertificate(
                        r -> r.caCertificate(device).certificateMode(CertificateMode.SNI_ONLY)))
                .isInstanceOf(CertificateValidationException.class)
                .hasMessageContaining("CA:TRUE");
        assertThatThrownBy(registering("nonsense", "nonsense")).isInstanceOf(CertificateValidationException.class);
    }

    @Test
    void inTheModeSniOnlyNobodyHasToShowTheKeyAndTheCertificatesHaveThatMode() throws Exception {
        PrivateAuthority shared = PrivateAuthority.create("shared");
        String proof = shared.verification(code());
        assertThatThrownBy(() -> iot.registerCACertificate(r -> r.caCertificate(shared.pem())
                        .verificationCertificate(proof)
                        .certificateMode(CertificateMode.SNI_ONLY)))
                .isInstanceOf(InvalidRequestException.class);

        String ca = sniOnly(shared.pem());
        assertThat(describe(ca).status()).isEqualTo(CACertificateStatus.INACTIVE);
        assertThat(describe(ca).certificateMode()).isEqualTo(CertificateMode.SNI_ONLY);
        status(ca, CACertificateStatus.ACTIVE);
        String device = register(shared.sign("device", KeyMaterial.keys("EC", 256)), null);
        assertThat(device(device).certificateMode()).isEqualTo(CertificateMode.SNI_ONLY);
    }

    @Test
    void aCertificateIsRegisteredOnceIfAnActiveAuthorityHasSignedIt() throws Exception {
        PrivateAuthority pumps = PrivateAuthority.create("pumps");
        PrivateAuthority forger = PrivateAuthority.of("pumps", KeyMaterial.keys("EC", 256));
        KeyPair keys = KeyMaterial.keys("EC", 256);
        String certificate = pumps.sign("pump", keys);
        assertThatThrownBy(() -> register(certificate, null)).isInstanceOf(CertificateValidationException.class);

        String ca = pumps.register(iot, false);
        String id = iot.registerCertificate(r -> r.certificatePem(certificate).status(CertificateStatus.ACTIVE))
                .certificateId();
        assertThat(device(id).caCertificateId()).isEqualTo(ca);
        assertThat(device(id).status()).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(device(id).certificateMode()).isEqualTo(CertificateMode.DEFAULT);
        assertThatThrownBy(() -> register(certificate, pumps.pem())).isInstanceOf(ResourceAlreadyExistsException.class);
        String forged = forger.sign("pump", keys);
        assertThatThrownBy(() -> register(forged, null))
                .isInstanceOf(CertificateValidationException.class)
                .hasMessageContaining("no CA certificate that is registered");

        status(ca, CACertificateStatus.INACTIVE);
        String late = pumps.sign("late", keys);
        assertThatThrownBy(() -> register(late, null)).isInstanceOf(CertificateStateException.class);
    }

    @Test
    void ofTwoCertificatesOfOneAuthorityTheCallerSaysWhichIsMeant() throws Exception {
        PrivateAuthority old = PrivateAuthority.create("twice");
        PrivateAuthority renewed = PrivateAuthority.of("twice", old.keys());
        old.register(iot, false);
        String second = renewed.register(iot, false);
        String certificate = old.sign("device", KeyMaterial.keys("EC", 256));

        assertThatThrownBy(() -> register(certificate, null)).isInstanceOf(CertificateConflictException.class);
        assertThat(device(register(certificate, renewed.pem())).caCertificateId())
                .isEqualTo(second);
    }

    @Test
    void anAuthorityIsDeletedOnceItIsInactiveAndItsCertificatesStay() throws Exception {
        PrivateAuthority gone = PrivateAuthority.create("gone");
        String ca = gone.register(iot, false);
        String device = register(gone.sign("device", KeyMaterial.keys("EC", 256)), null);

        assertThatThrownBy(() -> iot.deleteCACertificate(r -> r.certificateId(ca)))
                .isInstanceOf(CertificateStateException.class);
        status(ca, CACertificateStatus.INACTIVE);
        iot.deleteCACertificate(r -> r.certificateId(ca));

        assertThatThrownBy(() -> describe(ca)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> iot.deleteCACertificate(r -> r.certificateId(ca)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(device(device).caCertificateId()).isEqualTo(ca);
    }

    @Test
    void anUpdateChangesOnlyWhatItNames() throws Exception {
        String ca = PrivateAuthority.create("changing").register(iot, false);

        iot.updateCACertificate(r -> r.certificateId(ca).newAutoRegistrationStatus(AutoRegistrationStatus.ENABLE));
        assertThat(describe(ca).autoRegistrationStatus()).isEqualTo(AutoRegistrationStatus.ENABLE);
        assertThat(describe(ca).status()).isEqualTo(CACertificateStatus.ACTIVE);
        iot.updateCACertificate(r -> r.certificateId(ca).removeAutoRegistration(true));
        assertThat(describe(ca).autoRegistrationStatus()).isEqualTo(AutoRegistrationStatus.DISABLE);
        assertThatThrownBy(
                        () -> iot.updateCACertificate(r -> r.certificateId(ca).newStatus("REVOKED")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("must be ACTIVE or INACTIVE");
        assertThatThrownBy(() -> iot.updateCACertificate(
                        r -> r.certificateId(ca).registrationConfig(c -> c.templateName("fleet"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("registrationConfig");
        assertThatThrownBy(() -> iot.updateCACertificate(r -> r.certificateId("f".repeat(64))))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void authoritiesAndTheirCertificatesAreListedFromEitherEndPageByPage() throws Exception {
        List<String> authorities = new ArrayList<>();
        for (String name : List.of("first", "second", "third")) {
            authorities.add(PrivateAuthority.create(name).register(iot, false));
        }
        PrivateAuthority many = PrivateAuthority.create("many");
        String ca = many.register(iot, false);
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            devices.add(register(many.sign("device-" + i, KeyMaterial.keys("EC", 256)), null));
        }

        assertThat(iot.listCACertificatesPaginator(r -> r.pageSize(2).ascendingOrder(true)).certificates().stream()
                        .map(CACertificate::certificateId))
                .containsSubsequence(authorities)
                .doesNotHaveDuplicates();
        assertThat(iot
                        .listCertificatesByCAPaginator(
                                r -> r.caCertificateId(ca).pageSize(2).ascendingOrder(true))
                        .certificates()
                        .stream()
                        .map(Certificate::certificateId))
                .containsExactlyElementsOf(devices);
        assertThat(iot.listCertificatesByCA(r -> r.caCertificateId(ca).pageSize(1))
                        .certificates())
                .extracting(Certificate::certificateId)
                .containsExactly(devices.get(2));
    }

    @Test
    void tenAuthoritiesMayHaveTheSameName() throws Exception {
        for (int i = 0; i < 10; i++) {
            sniOnly(PrivateAuthority.create("popular").pem());
        }
        String eleventh = PrivateAuthority.create("popular").pem();

        assertThatThrownBy(() -> sniOnly(eleventh)).isInstanceOf(LimitExceededException.class);
    }

    private static String code() {
        return iot.getRegistrationCode().registrationCode();
    }

    private static ThrowingCallable registering(String ca, String verification) {
        return () -> iot.registerCACertificate(r -> r.caCertificate(ca).verificationCertificate(verification));
    }

    private static String sniOnly(String ca) {
        return iot.registerCACertificate(r -> r.caCertificate(ca).certificateMode(CertificateMode.SNI_ONLY))
                .certificateId();
    }

    private static String register(String certificate, String ca) {
        return iot.registerCertificate(r -> r.certificatePem(certificate).caCertificatePem(ca))
                .certificateId();
    }

    private static void status(String ca, CACertificateStatus status) {
        iot.updateCACertificate(r -> r.certificateId(ca).newStatus(status));
    }

    private static CACertificateDescription describe(String ca) {
        return iot.describeCACertificate(r -> r.certificateId(ca)).certificateDescription();
    }

    private static CertificateDescription device(String id) {
        return iot.describeCertificate(r -> r.certificateId(id)).certificateDescription();
    }
}
