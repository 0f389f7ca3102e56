package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which registry events are published: none until they are switched on, as on AWS. */
public final class EventConfigurations {

    private final Database database;
    private final Clock clock;

    public EventConfigurations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** When a switch was first set, and when one was last changed. */
    record Times(Instant created, Instant changed) {}

    boolean isEnabled(EventType type) {
        return database.read(sql -> sql.first(
                        "select enabled from event_configuration where event_type = ?",
                        row -> row.getBoolean(1),
                        type.name()))
                .orElse(false);
    }

    /** Every kind of event, with whether it is published. */
    Map<EventType, Boolean> all() {
        Map<EventType, Boolean> all = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            all.put(type, isEnabled(type));
        }
        return all;
    }

    /** Empty if no switch was ever set. */
    Optional<Times> times() {
        return database.read(sql -> sql.first(
                "select min(created_at), max(changed_at) from event_configuration having count(*) > 0",
                row -> new Times(Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2)))));
    }

    /** Sets some switches; those that are not named stay. */
    void set(Map<EventType, Boolean> switches) {
        switches.forEach((type, enabled) -> {
            if (enabled && type != EventType.THING) {
                throw AwsError.invalidRequest(
                        "eventConfigurations " + type + ": local-aws publishes only THING events; leave it off");
            }
        });
        long now = clock.millis();
        database.writeAndWait(sql -> {
            for (Map.Entry<EventType, Boolean> entry : switches.entrySet()) {
                sql.update(
                        "insert into event_configuration (event_type, enabled, created_at, changed_at)"
                                + " values (?, ?, ?, ?) on conflict (event_type) do update set"
                                + " enabled = excluded.enabled, changed_at = excluded.changed_at",
                        entry.getKey().name(),
                        entry.getValue(),
                        now,
                        now);
            }
            return switches.size();
        });
    }
}
