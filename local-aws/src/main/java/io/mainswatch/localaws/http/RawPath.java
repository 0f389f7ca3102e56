package io.mainswatch.localaws.http;

import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Names in paths that may have slashes: the router's own parameters take "%2F" for a slash and "//" for "/". */
public final class RawPath {

    private RawPath() {}

    /** What comes after the prefix, decoded once. */
    public static String after(String prefix, RoutingContext context) {
        String rest = context.request().path().substring(prefix.length());
        try {
            return URLDecoder.decode(rest.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AwsError.invalidRequest("path '" + rest + "': " + e.getMessage());
        }
    }
}
