package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Thing types. */
public final class ThingTypes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS = "select name, id, properties, created_at, deprecated_at from thing_type";

    /** How long a type must have been deprecated before it can be deleted (API DeleteThingType). */
    private static final Duration TIME_TO_NOTICE = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;

    public ThingTypes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A type.
     *
     * @param properties description and searchable attributes as they came
     * @param deprecatedAt empty unless it is deprecated; then no thing can be given it any more
     */
    record ThingType(String name, String id, JsonNode properties, Instant createdAt, Optional<Instant> deprecatedAt) {}

    /** Creates the type; one that is there already with the same properties is left as it is. */
    ThingType create(String name, JsonNode properties) {
        ThingRules.checkName("thingTypeName", name);
        ThingType made =
                new ThingType(name, UUID.randomUUID().toString(), properties, clock.instant(), Optional.empty());
        return database.writeAndWait(sql -> {
            ThingType there = find(sql, name).orElse(null);
            if (there == null) {
                sql.update(
                        "insert into thing_type (name, id, properties, created_at) values (?, ?, ?, ?)",
                        name,
                        made.id(),
                        properties.toString(),
                        made.createdAt().toEpochMilli());
                return made;
            }
            if (!there.properties().equals(properties)) {
                throw new AwsError(
                        409,
                        "ResourceAlreadyExistsException",
                        "Thing type " + name + " already exists in account with different properties");
            }
            return there;
        });
    }

    ThingType describe(String name) {
        return database.read(sql -> require(sql, name));
    }

    /** The types whose names come after {@code after}, by name; only the one of that name, unless it is null. */
    List<ThingType> list(String name, String after, int limit) {
        return database.read(sql -> sql.list(
                COLUMNS + " where name > ? and name = coalesce(?, name) order by name limit ?",
                ThingTypes::read,
                after,
                name,
                limit));
    }

    /** Puts new properties in place of the old ones. */
    void update(String name, JsonNode properties) {
        database.writeAndWait(sql -> {
            require(sql, name);
            return sql.update("update thing_type set properties = ? where name = ?", properties.toString(), name);
        });
    }

    /** Deprecates the type, or takes that back; a second deprecation does not begin the waiting time again. */
    void deprecate(String name, boolean deprecated) {
        database.writeAndWait(sql -> {
            Optional<Instant> since = require(sql, name).deprecatedAt();
            Long at = deprecated ? since.orElseGet(clock::instant).toEpochMilli() : null;
            return sql.update("update thing_type set deprecated_at = ? where name = ?", at, name);
        });
    }

    /** Deletes the type, which must have been deprecated for five minutes and be no thing's. */
    void delete(String name) {
        database.writeAndWait(sql -> {
            Optional<Instant> since = require(sql, name).deprecatedAt();
            if (since.isEmpty() || clock.instant().isBefore(since.get().plus(TIME_TO_NOTICE))) {
                throw AwsError.invalidRequest("Thing type " + name + " can be deleted " + TIME_TO_NOTICE.toMinutes()
                        + " minutes after it was deprecated, not before. Call DeprecateThingType and wait.");
            }
            Optional<String> user = sql.first("select name from thing where type = ?", row -> row.getString(1), name);
            if (user.isPresent()) {
                throw AwsError.invalidRequest("Thing type " + name + " is the type of thing " + user.get()
                        + ". Change that with UpdateThing.");
            }
            return sql.update("delete from thing_type where name = ?", name);
        });
    }

    /** Throws unless the type is there and can be given to a thing, or is null. */
    void checkUsable(Sql sql, String name) throws SQLException {
        if (name != null && require(sql, name).deprecatedAt().isPresent()) {
            throw AwsError.invalidRequest(
                    "thingTypeName '" + name + "': is deprecated, so no thing can be given it any more");
        }
    }

    private static ThingType require(Sql sql, String name) throws SQLException {
        return find(sql, name).orElseThrow(() -> unknown(name));
    }

    private static Optional<ThingType> find(Sql sql, String name) throws SQLException {
        return sql.first(COLUMNS + " where name = ?", ThingTypes::read, name);
    }

    private static ThingType read(ResultSet row) throws SQLException {
        long deprecatedAt = row.getLong(5);
        Optional<Instant> since = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(deprecatedAt));
        return new ThingType(
                row.getString(1),
                row.getString(2),
                parse(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                since);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored thing type is damaged", e);
        }
    }

    private static AwsError unknown(String name) {
        return AwsError.notFound("Thing type " + name + " not found");
    }
}
