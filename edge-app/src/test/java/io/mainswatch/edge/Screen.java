package io.mainswatch.edge;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What an owner sees while an errand runs. */
final class Screen {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    PrintStream stream() {
        return stream;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Waits until the text has something that matches. */
    void await(String pattern) {
        Pattern wanted = Pattern.compile(pattern, Pattern.DOTALL);
        Awaitility.await(pattern)
                .atMost(Duration.ofSeconds(30))
                .until(() -> wanted.matcher(text()).find());
    }
}
