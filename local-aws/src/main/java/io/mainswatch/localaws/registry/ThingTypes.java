package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Thing types. */
public final class ThingTypes {

    private static final ObjectMapper JSON = new ObjectMapper();

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
     */
    record ThingType(String name, String id, JsonNode properties, Instant createdAt) {}

    /** Creates the type; one that is there already with the same properties is left as it is. */
    ThingType create(String name, JsonNode properties) {
        ThingRules.checkName("thingTypeName", name);
        ThingType made = new ThingType(name, UUID.randomUUID().toString(), properties, clock.instant());
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
        return database.read(sql -> find(sql, name)).orElseThrow(() -> unknown(name));
    }

    /** Throws unless the type is there, or null. */
    void require(Sql sql, String name) throws SQLException {
        if (name != null && find(sql, name).isEmpty()) {
            throw unknown(name);
        }
    }

    private static Optional<ThingType> find(Sql sql, String name) throws SQLException {
        return sql.first(
                "select id, properties, created_at from thing_type where name = ?",
                row -> new ThingType(
                        name, row.getString(1), parse(row.getString(2)), Instant.ofEpochMilli(row.getLong(3))),
                name);
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
