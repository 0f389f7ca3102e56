package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.edge.thing.Link;
import io.mainswatch.edge.tls.Authority;
import io.mainswatch.edge.tls.Authority.Issued;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import io.mainswatch.settings.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeSettingsTest {

    private static final Path FILE = Path.of("..").resolve(EdgeSettings.FILE);

    @Test
    void theFileNamesEveryKeyWithItsDefault() throws IOException {
        String file = Files.readString(FILE);

        for (Setting setting : new EdgeSettings().settings()) {
            String key = setting.key().replace("*", "door");
            assertThat(file)
                    .contains(
                            setting.fallback() == null
                                    ? "\n#" + key + "=\n"
                                    : "\n" + key + "=" + setting.fallback() + "\n");
        }
    }

    @Test
    void theFileAsItIsLacksOnlyTheThingAndItsEndpoint() {
        assertThat(new SettingsReader(new EdgeSettings(), Map.of()).check(FILE))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.missing()).isTrue());
    }

    @Test
    void withoutTlsOnlyALoopbackAddressIsAnEndpoint() {
        assertThat(endpoint(Map.of("MAINSWATCH_TLS", "off")).endpoint().host()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> endpoint(Map.of("MAINSWATCH_TLS", "off", "MAINSWATCH_ENDPOINT", "192.0.2.1"))
                        .endpoint())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mainswatch.tls = off: must be on")
                .hasMessageContaining("192.0.2.1");
    }

    @Test
    void withTlsACertificateIsRequired() {
        assertThatThrownBy(() -> endpoint(Map.of()).endpoint())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mainswatch.certificate is not set");
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() {
        assertThatThrownBy(() -> endpoint(Map.of("MAINSWATCH_CERTIFICATE", FILE.toString())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mainswatch.certificate = " + FILE + ": must be a PEM file")
                .hasMessageContaining("MAINSWATCH_CERTIFICATE");
    }

    @Test
    void keyAndCertificateMayBeFilesOrPemTextOrItsBase64(@TempDir Path folder) throws Exception {
        Issued device = new Authority("root").issue("cabin");
        Path key = Files.writeString(folder.resolve("key.pem"), device.keyPem());

        assertThat(endpoint(Map.of(
                                "MAINSWATCH_CERTIFICATE", base64(device.certificatePem()),
                                "MAINSWATCH_PRIVATE_KEY", key.toString()))
                        .endpoint()
                        .link())
                .isInstanceOf(Link.Tls.class);
        assertThat(endpoint(Map.of(
                                "MAINSWATCH_CERTIFICATE", device.certificatePem(),
                                "MAINSWATCH_PRIVATE_KEY_FILE", key.toString()))
                        .endpoint()
                        .link())
                .isInstanceOf(Link.Tls.class);
    }

    @Test
    void aKeyThatDoesNotFitIsNamedBySettingAndNotShown() throws Exception {
        Authority authority = new Authority("root");
        Issued device = authority.issue("cabin");
        Issued other = authority.issue("other");

        assertThatThrownBy(() -> endpoint(Map.of(
                                "MAINSWATCH_CERTIFICATE", device.certificatePem(),
                                "MAINSWATCH_PRIVATE_KEY", base64(other.keyPem())))
                        .endpoint())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mainswatch.private-key = (")
                .hasMessageContaining("not shown): does not belong to the certificate")
                .hasMessageNotContaining(base64(other.keyPem()).substring(0, 12));
    }

    @Test
    void onPort443MqttIsAskedForByAlpn() throws Exception {
        Issued device = new Authority("root").issue("cabin");
        Map<String, String> on8883 =
                Map.of("MAINSWATCH_CERTIFICATE", device.certificatePem(), "MAINSWATCH_PRIVATE_KEY", device.keyPem());
        Map<String, String> on443 = new HashMap<>(on8883);
        on443.put("MAINSWATCH_PORT", "443");

        assertThat(((Link.Tls) endpoint(on443).endpoint().link()).alpn()).containsExactly("x-amzn-mqtt-ca");
        assertThat(((Link.Tls) endpoint(on8883).endpoint().link()).alpn()).isEmpty();
    }

    @Test
    void anEndpointIsANameOrAnAddressAndNothingMore() {
        for (String host : List.of("a1b2-ats.iot.eu-central-1.amazonaws.com", "192.0.2.1", "::1", "2001:db8::7")) {
            endpoint(Map.of("MAINSWATCH_ENDPOINT", host));
        }
        for (String host : List.of("https://example.com", "example.com:8883", "example.com/", "a b")) {
            assertThatThrownBy(() -> endpoint(Map.of("MAINSWATCH_ENDPOINT", host)))
                    .hasMessageContaining("mainswatch.endpoint = " + host
                            + ": must be a host name or address, without scheme and port");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static EndpointSettings endpoint(Map<String, String> changes) {
        Map<String, String> environment =
                new HashMap<>(Map.of("MAINSWATCH_THING_NAME", "cabin", "MAINSWATCH_ENDPOINT", "127.0.0.1"));
        environment.putAll(changes);
        Settings settings = new SettingsReader(new EdgeSettings(), environment).read(FILE);
        return new EndpointSettings(settings);
    }
}
