package io.mainswatch.localaws.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header in which a request carries its signature.
 *
 * @param date the day of the scope, {@code yyyyMMdd}
 * @param signedHeaders in lower case, in their order
 * @param signature 64 hexadecimal digits
 */
record Authorization(
        String keyId, String date, String region, String service, List<String> signedHeaders, String signature) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final Pattern HEADER = Pattern.compile(ALGORITHM
            + " *Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request, *SignedHeaders=([^,\\s]+),"
            + " *Signature=([0-9a-f]{64})");

    /** Empty if the header is not there or is none of these. */
    static Optional<Authorization> parse(String header) {
        Matcher matcher = HEADER.matcher(header == null ? "" : header.strip());
        return matcher.matches()
                ? Optional.of(new Authorization(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3),
                        matcher.group(4),
                        List.of(matcher.group(5).toLowerCase(Locale.ROOT).split(";")),
                        matcher.group(6)))
                : Optional.empty();
    }

    /**
     * Whether the signature is the one that the secret makes; takes as long for a wrong one as for the right one.
     *
     * @param time as in the request's X-Amz-Date
     */
    boolean isMadeWith(String secret, String time, String canonicalRequest) {
        String scope = date + "/" + region + "/" + service + "/aws4_request";
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + sha256(bytes(canonicalRequest));
        byte[] key = bytes("AWS4" + secret);
        for (String part : List.of(date, region, service, "aws4_request", toSign)) {
            key = hmac(key, part);
        }
        return MessageDigest.isEqual(key, HexFormat.of().parseHex(signature));
    }

    /** In hexadecimal digits. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
