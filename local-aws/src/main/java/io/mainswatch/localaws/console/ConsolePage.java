package io.mainswatch.localaws.console;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page's files, from this program's own jar. */
final class ConsolePage implements Handler<RoutingContext> {

    /**
     * Nothing from elsewhere, no script but ours, in nobody's frame. A mail's frame inherits this: its own styles may
     * apply, its pictures from elsewhere (which would tell the sender that it was read) may not be loaded.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Buffer> files = Stream.of(
                    "index.html",
                    "console.css",
                    "icon.svg",
                    "console.js",
                    "dom.js",
                    "ago.js",
                    "json-view.js",
                    "things.js",
                    "plugs.js",
                    "inbox.js",
                    "messages.js",
                    "faults.js")
            .collect(Collectors.toUnmodifiableMap(name -> name, ConsolePage::load));

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath().substring(ConsoleApi.ROOT.length());
        String name = path.isEmpty() ? "index.html" : path;
        if (!files.containsKey(name)) {
            RestJson.fail(context, AwsError.notFound("The console has no page " + path));
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("content-type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .putHeader("cache-control", "no-cache")
                .putHeader("content-security-policy", CONTENT_SECURITY_POLICY)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "no-referrer")
                .end(files.get(name));
    }

    private static Buffer load(String name) {
        try (InputStream file = ConsolePage.class.getResourceAsStream(name)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
