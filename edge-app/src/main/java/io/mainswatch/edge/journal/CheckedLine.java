package io.mainswatch.edge.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.zip.CRC32;

/** A line of text that shows whether it was written whole: the text, a space, and its CRC-32 in hex. */
final class CheckedLine {

    private static final int SUM = 10;

    private CheckedLine() {}

    static byte[] of(String text) {
        return (text + " " + sum(text) + "\n").getBytes(UTF_8);
    }

    /** The text of the line at the beginning; empty if there is none, or not the whole of it. */
    static Optional<String> text(byte[] content) {
        String all = new String(content, UTF_8);
        int end = all.indexOf('\n') + 1;
        if (end < SUM) {
            return Optional.empty();
        }
        String text = all.substring(0, end - SUM);
        return all.startsWith(sum(text), end - SUM + 1) ? Optional.of(text) : Optional.empty();
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
