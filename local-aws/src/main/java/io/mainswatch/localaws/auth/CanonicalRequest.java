package io.mainswatch.localaws.auth;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of a request that is signed (AWS general reference, "Create a canonical request"). */
final class CanonicalRequest {

    private CanonicalRequest() {}

    /** @param payloadHash of the body, in hexadecimal digits */
    static String of(HttpServerRequest request, List<String> signedHeaders, String payloadHash) {
        String uri = request.uri();
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        String query = question < 0 ? "" : uri.substring(question + 1);
        return String.join(
                "\n",
                request.method().name(),
                path(path),
                query(query),
                headers(request.headers(), signedHeaders),
                String.join(";", signedHeaders),
                payloadHash);
    }

    /** All services but S3 encode the path once more than it was sent. */
    private static String path(String sent) {
        String normal = URI.create(sent).normalize().getRawPath();
        return Arrays.stream(normal.split("/", -1))
                .map(CanonicalRequest::encode)
                .collect(Collectors.joining("/"));
    }

    private static String query(String sent) {
        if (sent.isEmpty()) {
            return "";
        }
        return Arrays.stream(sent.split("&"))
                .map(CanonicalRequest::parameter)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String sent) {
        int equals = sent.indexOf('=');
        String name = equals < 0 ? sent : sent.substring(0, equals);
        String value = equals < 0 ? "" : sent.substring(equals + 1);
        return encode(decode(name)) + "=" + encode(decode(value));
    }

    /** Each with a line's end of its own. */
    private static String headers(MultiMap headers, List<String> names) {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            String value = headers.getAll(name).stream()
                    .map(text -> text.strip().replaceAll(" +", " "))
                    .collect(Collectors.joining(","));
            lines.append(name).append(':').append(value).append('\n');
        }
        return lines.toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** RFC 3986: everything but letters, digits and {@code -._~}. */
    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= 'a' && octet <= 'z'
                    || octet >= 'A' && octet <= 'Z'
                    || octet >= '0' && octet <= '9'
                    || "-._~".indexOf(octet) >= 0;
            encoded.append(plain ? String.valueOf((char) octet) : String.format(Locale.ROOT, "%%%02X", octet));
        }
        return encoded.toString();
    }
}
