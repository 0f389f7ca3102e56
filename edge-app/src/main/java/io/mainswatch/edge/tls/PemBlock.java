package io.mainswatch.edge.tls;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands between one BEGIN and its END (RFC 7468).
 *
 * @param label for example {@code CERTIFICATE}
 * @param headers the lines of the old encryption ({@code Proc-Type}, {@code DEK-Info}); empty otherwise
 * @param base64 the content, blanks and line ends included
 */
record PemBlock(String label, String headers, String base64) {

    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]+)-----\\s*((?:[A-Za-z-]+: [^\\n]*\\n)*)([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** All blocks, in their order; text around them is a comment. */
    static List<PemBlock> in(String text) {
        return BLOCK.matcher(withLines(text))
                .results()
                .map(match -> new PemBlock(match.group(1), match.group(2), match.group(3)))
                .toList();
    }

    /** Some ways to set an environment variable leave line ends as the two characters backslash and n. */
    private static String withLines(String text) {
        return text.replace("\\n", "\n").replace("\r", "");
    }

    byte[] content() throws CredentialsException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new CredentialsException("the block \"" + label + "\" is damaged. Copy the file again.");
        }
    }

    boolean isEncrypted() {
        return label.startsWith("ENCRYPTED") || headers.contains("ENCRYPTED");
    }

    /** As OpenSSL writes it. */
    String text() {
        String gap = headers.isEmpty() ? "" : "\n";
        return "-----BEGIN " + label + "-----\n" + headers + gap + base64.strip() + "\n-----END " + label + "-----\n";
    }
}
