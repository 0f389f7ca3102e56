package io.mainswatch.localaws.faults;

import io.mainswatch.settings.Durations;
import java.time.Duration;
import java.util.Map;

/** Of the services behind HTTP, and of shadows by MQTT too. */
public sealed interface ServiceFault extends Fault {

    /**
     * Updates of a shadow are refused and not stored.
     *
     * @param code 409, 429 or 500
     */
    record ShadowReject(int code) implements ServiceFault {

        /** AWS's words for it; for 429 none are published. */
        public String message() {
            return switch (code) {
                case 409 -> "Version conflict";
                case 429 -> "Too many requests";
                default -> "Internal service failure";
            };
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("code", code);
        }
    }

    /** The control plane refuses: too many calls. */
    record RegistryThrottle() implements ServiceFault {}

    /** Calls wait before they are looked at. */
    record HttpSlow(Duration delay) implements ServiceFault {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("delay", Durations.format(delay));
        }
    }

    /** Calls fail with 500. */
    record HttpError() implements ServiceFault {}
}
