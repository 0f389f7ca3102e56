package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.SortedMap;

/**
 * A registry event as AWS publishes it (developer guide, "Registry events").
 *
 * @param eventId unique
 * @param timestamp Unix milliseconds
 * @param versionNumber the thing's, at its end the last it had
 * @param thingTypeName or null, which is written
 */
@JsonPropertyOrder({
    "eventType",
    "eventId",
    "timestamp",
    "operation",
    "accountId",
    "thingId",
    "thingName",
    "versionNumber",
    "thingTypeName",
    "attributes"
})
record ThingEvent(
        String eventType,
        String eventId,
        long timestamp,
        Operation operation,
        String accountId,
        String thingId,
        String thingName,
        long versionNumber,
        String thingTypeName,
        SortedMap<String, String> attributes) {

    /** What has happened to the thing. */
    enum Operation {
        CREATED,
        UPDATED,
        DELETED
    }

    static ThingEvent of(Operation operation, Thing thing, String eventId, long at) {
        return new ThingEvent(
                "THING_EVENT",
                eventId,
                at,
                operation,
                AwsNames.ACCOUNT,
                thing.id(),
                thing.name(),
                thing.version(),
                thing.type(),
                thing.attributes());
    }

    String topic() {
        return "$aws/events/thing/" + thingName + "/" + operation.name().toLowerCase(Locale.ROOT);
    }
}
