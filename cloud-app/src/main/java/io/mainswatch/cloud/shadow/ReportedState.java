package io.mainswatch.cloud.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.cloud.inbox.UnprocessableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code reported} part of a shadow: its device event, and the inputs. */
final class ReportedState {

    private static final Pattern BOOT = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern INPUT = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern CLOCK = Pattern.compile("synced|unsynced");

    /** Year 2100 and ten years, in milliseconds. */
    private static final long LATEST = 4_102_444_800_000L;

    private static final long OLDEST = Duration.ofDays(3653).toMillis();

    private final Field reported;

    ReportedState(Field reported) {
        this.reported = reported;
    }

    /**
     * The report that a device of ours made; empty if none did. The properties {@code event}, {@code status} and
     * {@code power} are ours: whoever sets one of them must set them all.
     */
    Optional<Report> report() throws UnprocessableException {
        if (reported.isAbsent()) {
            return Optional.empty();
        }
        JsonNode properties = reported.object().value();
        if (!properties.has("event") && !properties.has("status") && !properties.has(DeviceEvent.POWER)) {
            return Optional.empty();
        }
        DeviceEvent event = event();
        return Optional.of(new Report(event, state(event.input())));
    }

    /** The event, whatever else may be wrong. */
    Optional<DeviceEvent> eventIfAny() {
        try {
            return Optional.of(event());
        } catch (UnprocessableException e) {
            return Optional.empty();
        }
    }

    /** The state of the input, whatever else may be wrong. */
    Optional<InputState> stateIfAny(String input) {
        try {
            return Optional.of(state(input));
        } catch (UnprocessableException e) {
            return Optional.empty();
        }
    }

    private DeviceEvent event() throws UnprocessableException {
        Field event = reported.child("event").object();
        Field merged = event.child("merged");
        return new DeviceEvent(
                event.child("boot").matching(BOOT, "the first 8 hex digits of the boot id"),
                event.child("seq").wholeNumber(1, Long.MAX_VALUE),
                event.child("input").matching(INPUT, "the name of an input"),
                merged.isAbsent() ? 0 : merged.wholeNumber(0, Long.MAX_VALUE));
    }

    /** Devices say it where it is not the usual one. */
    private String property(String input) throws UnprocessableException {
        Field chosen = reported.child(input).child("property");
        return chosen.isAbsent()
                ? DeviceEvent.property(input)
                : chosen.matching(INPUT, "the name of the property that holds the level");
    }

    private InputState state(String input) throws UnprocessableException {
        Field property = reported.child(property(input));
        Level level = Level.of(property.value().asText()).orElseThrow(() -> property.wrong("\"on\" or \"off\""));
        Field details = reported.child(input).object();
        Field age = details.child("age");
        return new InputState(
                level,
                Instant.ofEpochMilli(details.child("at").wholeNumber(0, LATEST)),
                age.isAbsent() ? Optional.empty() : Optional.of(Duration.ofMillis(age.wholeNumber(0, OLDEST))),
                "synced".equals(details.child("clock").matching(CLOCK, "\"synced\" or \"unsynced\"")),
                details.child("dips").isAbsent()
                        ? 0
                        : (int) details.child("dips").wholeNumber(0, Integer.MAX_VALUE),
                details.child("flutter").value().asBoolean());
    }
}
