package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.MqttProbe;
import io.mainswatch.localaws.start.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.IotClient;

/** What is in the data folder, and what becomes of it over time. */
class IdentityFilesTest {

    private static final List<String> NAMES = HostNames.of("127.0.0.1", List.of("cabin.example"));

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void keysAreForThisProgramOnlyAndTheRootIsForEverybody() throws IOException {
        server();

        assertThat(mode("root-ca-key.pem")).isEqualTo("rw-------");
        assertThat(mode("server.pem")).isEqualTo("rw-------");
        assertThat(mode("root-ca.pem")).isEqualTo("rw-r--r--");
        assertThat(Files.readString(folder.resolve("root-ca.pem"))).doesNotContain("PRIVATE");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void theServersCertificateHasAllItsNames() throws Exception {
        X509Certificate certificate = server().current().certificate();

        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> (String) name.get(1))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "cabin.example");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(now.plus(Duration.ofDays(397)));
    }

    @Test
    void theCertificateStaysUntilItsEndIsNearAlsoAcrossStarts() {
        ServerCertificate running = server();
        X509Certificate first = running.current().certificate();
        now = now.plus(Duration.ofDays(366));
        assertThat(running.current().certificate()).isEqualTo(first);
        assertThat(server().current().certificate()).isEqualTo(first);

        now = now.plus(Duration.ofDays(2));
        X509Certificate second = running.current().certificate();
        assertThat(second).isNotEqualTo(first);
        assertThat(second.getNotAfter().toInstant()).isEqualTo(now.plus(Duration.ofDays(397)));
        assertThat(server().current().certificate()).isEqualTo(second);
    }

    @Test
    void aNewNameNeedsANewCertificate() {
        X509Certificate first = server().current().certificate();
        CertificateAuthority authority = CertificateAuthority.open(folder, clock());

        assertThat(new ServerCertificate(authority, List.of("shed.example"), folder, clock())
                        .current()
                        .certificate())
                .isNotEqualTo(first);
    }

    @Test
    void whatAKillAmidTheFirstStartLeavesIsNoObstacle() throws IOException {
        Files.writeString(folder.resolve("root-ca-key.pem.new"), "half a");
        Files.writeString(folder.resolve("root-ca-key.pem"), "a key whose certificate was not written");
        Files.writeString(folder.resolve("server.pem.new"), "");

        X509Certificate certificate = server().current().certificate();

        assertThat(CertificateAuthority.open(folder, clock()).hasSigned(certificate))
                .isTrue();
        assertThat(mode("root-ca-key.pem")).isEqualTo("rw-------");
    }

    @Test
    void aDamagedServerCertificateIsKeptAndMadeAnew() throws IOException {
        X509Certificate before = server().current().certificate();
        Files.write(folder.resolve("server.pem"), new byte[] {(byte) 0xA5, (byte) 0xA5});

        assertThat(server().current().certificate()).isNotEqualTo(before);
        assertThat(folder.resolve("server.pem.damaged-1")).hasBinaryContent(new byte[] {(byte) 0xA5, (byte) 0xA5});
    }

    @Test
    void aRootThatWasDamagedIsNamedAndNotReplacedSinceNoDeviceWouldTrustAnother() throws IOException {
        server();
        Files.writeString(folder.resolve("root-ca-key.pem"), "damaged");

        assertThatThrownBy(this::server)
                .isInstanceOf(StartException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("no PRIVATE KEY");
        assertThat(Files.readString(folder.resolve("root-ca-key.pem"))).isEqualTo("damaged");
    }

    @Test
    void aDeviceConnectsAfterARestartAsBefore() throws Exception {
        Device device;
        try (LocalAws aws = start();
                IotClient iot = AwsClients.iot(aws)) {
            iot.createPolicy(r -> r.policyName("own").policyDocument(ThingPolicy.OWN_TOPICS));
            device = Device.thing(aws, iot, "cabin", "own");
            device.connect("cabin").close();
        }
        try (LocalAws aws = start();
                MqttProbe probe =
                        new Device(aws, device.arn(), device.certificateId(), device.tls()).connect("cabin")) {
            probe.listen("site/cabin/x").publish("site/cabin/x", "1");

            assertThat(probe.next("site/cabin/x").asInt()).isEqualTo(1);
        }
    }

    private LocalAws start() {
        return LocalAws.builder().data(folder).freePorts().start();
    }

    private ServerCertificate server() {
        return new ServerCertificate(CertificateAuthority.open(folder, clock()), NAMES, folder, clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
