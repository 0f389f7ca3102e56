package io.mainswatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemTest {

    private static final String TEXT = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----";

    @TempDir
    Path folder;

    @Test
    void aFileTheTextAndItsBase64MeanTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), TEXT);

        assertThat(Pem.text(file.toString())).contains(TEXT);
        assertThat(Pem.text(TEXT)).contains(TEXT);
        assertThat(Pem.text(base64(TEXT))).contains(TEXT);
    }

    @Test
    void whatIsNoneOfTheThreeIsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "not a key");

        assertThat(Pem.text(file.toString())).isEmpty();
        assertThat(Pem.text(folder.resolve("missing.pem").toString())).isEmpty();
        assertThat(Pem.text(folder.toString())).isEmpty();
        assertThat(Pem.text(base64("not a key"))).isEmpty();
        assertThat(Pem.text("a\0b")).isEmpty();
    }

    @Test
    void aComplaintNamesAFileAndNeverShowsAKey() throws IOException {
        Path file = Files.writeString(folder.resolve("application.properties"), "mainswatch.key = lost.pem");
        String torn = base64(TEXT + TEXT).substring(1);

        assertThat(complaint(file, Map.of()))
                .isEqualTo(
                        "mainswatch.key = lost.pem: must be a PEM file that exists and can be read, PEM text, or base64"
                                + " of PEM text.");
        assertThat(complaint(file, Map.of("MAINSWATCH_KEY", torn)))
                .startsWith("mainswatch.key = (" + torn.length() + " characters, not shown): must be")
                .doesNotContain(torn.substring(0, 8));
    }

    private static String complaint(Path file, Map<String, String> environment) {
        List<Problem> problems = new SettingsReader(new Lock(), environment).check(file);
        assertThat(problems).hasSize(1);
        return problems.get(0).what();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static final class Lock implements SettingsDeclaration {
        @Override
        public String program() {
            return "lock";
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.optional("mainswatch.key", new Range.PemText(), "The key."));
        }
    }
}
