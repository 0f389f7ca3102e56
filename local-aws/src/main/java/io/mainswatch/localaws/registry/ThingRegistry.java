package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The registry's rules for things. Every change is on disk when a method returns; refusals are {@link AwsError}s. */
public final class ThingRegistry {

    private final Database database;
    private final Changes changes;
    private final ThingStore store = new ThingStore();
    private final ThingTypes types;
    private final List<DeletionGuard> guards = new CopyOnWriteArrayList<>();
    private final ThingEvents events;

    public ThingRegistry(Database database, ThingTypes types, ThingEvents events, Changes changes) {
        this.database = database;
        this.types = types;
        this.events = events;
        this.changes = changes;
    }

    /** Asks this one, too, before a thing is deleted. */
    public void guardDeletion(DeletionGuard guard) {
        guards.add(guard);
    }

    /** The things that the filter lets through and whose names come after {@code after}, by name, {@code limit} at most. */
    public List<Thing> list(ThingFilter filter, String after, int limit) {
        return database.read(sql -> store.list(sql, filter, after, limit));
    }

    /** The thing; an {@link AwsError} if it is not there. */
    public Thing describe(String name) {
        return database.read(sql -> require(sql, name));
    }

    /** The thing within a piece of work; throws if it is not there. */
    Thing require(Sql sql, String name) throws SQLException {
        return store.find(sql, name).orElseThrow(() -> unknown(name));
    }

    /** Creates the thing; one that is there already with the same configuration is left as it is. */
    Thing create(String name, String type, String billingGroup, Map<String, String> attributes) {
        Thing draft = draft(name, type, billingGroup, attributes);
        Thing thing = database.writeAndWait(sql -> create(sql, draft));
        if (thing == draft) {
            created(draft);
        }
        return thing;
    }

    /** A thing that could be created. */
    public Thing draft(String name, String type, String billingGroup, Map<String, String> attributes) {
        ThingRules.checkName("thingName", name);
        ThingRules.checkAttributes(attributes, type != null);
        return new Thing(name, UUID.randomUUID().toString(), type, billingGroup, new TreeMap<>(attributes), 1);
    }

    /**
     * Creates the thing as part of a larger change, and answers with it, or with the same one that is there already. In
     * the first case {@link #created} is to be called once the change is on disk.
     */
    public Thing create(Sql sql, Thing draft) throws SQLException {
        types.checkUsable(sql, draft.type());
        Thing there = store.find(sql, draft.name()).orElse(null);
        if (there == null) {
            store.save(sql, draft);
            return draft;
        }
        if (!there.equals(new Thing(
                draft.name(), there.id(), draft.type(), draft.billingGroup(), draft.attributes(), there.version()))) {
            throw new AwsError(
                    409,
                    "ResourceAlreadyExistsException",
                    "Thing " + draft.name() + " already exists in account with different attributes");
        }
        return there;
    }

    /** Tells whoever cares that the thing is there now. */
    public void created(Thing thing) {
        tell(ThingEvent.Operation.CREATED, thing);
    }

    void update(String name, ThingChange change) {
        Thing changed = database.writeAndWait(sql -> {
            Thing there = require(sql, name);
            checkVersion(there, change.expectedVersion());
            types.checkUsable(sql, change.type());
            Thing next = change.applyTo(there);
            ThingRules.checkAttributes(next.attributes(), next.type() != null);
            store.save(sql, next);
            return next;
        });
        tell(ThingEvent.Operation.UPDATED, changed);
    }

    /** Deletes the thing; its shadows stay. As the guide says, one that is not there is no error. */
    void delete(String name, Long expectedVersion) {
        Thing gone = database.writeAndWait(sql -> {
            Thing there = store.find(sql, name).orElse(null);
            if (there != null) {
                checkVersion(there, expectedVersion);
                for (DeletionGuard guard : guards) {
                    guard.check(sql, name);
                }
                store.delete(sql, name);
            }
            return there;
        });
        if (gone != null) {
            tell(ThingEvent.Operation.DELETED, gone);
        }
    }

    private void tell(ThingEvent.Operation operation, Thing thing) {
        changes.announce(Changes.Kind.THINGS);
        // Policies may ask for a thing's type and attributes.
        changes.announce(Changes.Kind.IDENTITIES);
        events.tell(operation, thing);
    }

    private static void checkVersion(Thing thing, Long expected) {
        if (expected != null && expected != thing.version()) {
            throw new AwsError(
                    409,
                    "VersionConflictException",
                    "The version for thing " + thing.name() + " does not match the expected version.");
        }
    }

    private static AwsError unknown(String name) {
        return AwsError.notFound("Thing " + name + " does not exist");
    }

    /**
     * A change of a thing; a null leaves things as they are.
     *
     * @param attributes new values; an empty one removes the attribute
     * @param merge whether attributes that are not named stay
     * @param removeType whether the thing shall have no type
     */
    record ThingChange(
            Map<String, String> attributes, boolean merge, String type, boolean removeType, Long expectedVersion) {

        Thing applyTo(Thing thing) {
            SortedMap<String, String> next = new AttributeChange(attributes, merge).applyTo(thing.attributes());
            String nextType = type == null ? thing.type() : type;
            return new Thing(
                    thing.name(),
                    thing.id(),
                    removeType ? null : nextType,
                    thing.billingGroup(),
                    next,
                    thing.version() + 1);
        }
    }
}
