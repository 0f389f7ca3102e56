package io.mainswatch.localaws.faults;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The services of AWS behind the HTTP port, which a call's method and path tell apart. */
enum Service {
    IOT,
    DATA,
    SES;

    static final List<String> WORDS = Arrays.stream(values()).map(Service::word).toList();

    private static final Pattern DATA_PLANE =
            Pattern.compile("/things/[^/]+/shadow|/(api/things/shadow|topics|retainedMessage|connections)(/.*)?");

    /** Empty for the console and for this room's own calls. */
    static Optional<Service> of(HttpMethod method, String path) {
        if (path.equals("/")) {
            return method.equals(HttpMethod.POST) ? Optional.of(SES) : Optional.empty();
        }
        if (path.startsWith("/_")) {
            return Optional.empty();
        }
        return Optional.of(DATA_PLANE.matcher(path).matches() ? DATA : IOT);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
