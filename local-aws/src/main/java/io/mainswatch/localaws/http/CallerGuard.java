package io.mainswatch.localaws.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps web pages out. Programs on this machine may call; a page from elsewhere, open in a browser on this machine, may
 * not, neither across origins (it would send its own {@code Origin}) nor by a name of its own that it points at this
 * machine ("DNS rebinding": the {@code Host} would be that name).
 */
final class CallerGuard implements Handler<RoutingContext> {

    /** Names that nobody can register for himself: this machine's, plain numbers, and names without a dot. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)(.+\\.)?localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]|[a-z0-9_-]+");

    private static final Pattern LOOPBACK = Pattern.compile("(?i)(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final Pattern allowed;

    /** @param loopbackOnly whether the port is bound to this machine only, which leaves only its own names */
    CallerGuard(boolean loopbackOnly) {
        this.allowed = loopbackOnly ? LOOPBACK : HARMLESS;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<String> complaint = complaint(context.request());
        if (complaint.isEmpty()) {
            context.next();
        } else {
            RestJson.fail(context, new AwsError(403, "ForbiddenException", complaint.get()));
        }
    }

    private Optional<String> complaint(HttpServerRequest request) {
        HostAndPort called = request.authority();
        if (called == null || !allowed.matcher(called.host()).matches()) {
            return Optional.of("Host " + called + " is not a name of this machine. Call it 127.0.0.1 or localhost.");
        }
        String origin = request.getHeader("origin");
        return origin == null || origin.equals("http://" + called)
                ? Optional.empty()
                : Optional.of("A page of " + origin + " may not call this port.");
    }
}
