package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Changes;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The registry's rules for thing groups (developer guide, "Static thing groups"). Every change is on disk when a method
 * returns; refusals are {@link AwsError}s. A change of who is in a group is one of what is attached to what, since a group
 * may have policies.
 */
public final class ThingGroups {

    private static final int MAX_DEPTH = 7;
    private static final int MAX_CHILDREN = 100;
    private static final int MAX_GROUPS_OF_A_THING = 10;

    private final Database database;
    private final ThingRegistry things;
    private final Changes changes;
    private final Clock clock;
    private final GroupStore store = new GroupStore();

    public ThingGroups(Database database, ThingRegistry things, Changes changes, Clock clock) {
        this.database = database;
        this.things = things;
        this.changes = changes;
        this.clock = clock;
    }

    /** The first groups by name that the thing is in itself, {@code limit} at most. */
    public List<String> groupsOf(String thing, String after, int limit) {
        return database.read(sql -> store.groupsOf(sql, thing, after, limit));
    }

    ThingGroup describe(String name) {
        return database.read(sql -> require(sql, name));
    }

    /** The groups that the group is within, the outermost first. */
    List<String> ancestors(String name) {
        return database.read(sql -> store.ancestors(sql, name));
    }

    List<String> list(String parent, boolean deep, String prefix, String after, int limit) {
        return database.read(sql -> {
            if (parent != null) {
                require(sql, parent);
            }
            return store.list(sql, parent, deep, prefix, after, limit);
        });
    }

    List<String> things(String group, boolean deep, String after, int limit) {
        return database.read(sql -> {
            require(sql, group);
            return store.things(sql, group, deep, after, limit);
        });
    }

    /** Creates the group; one that is there already with the same configuration is left as it is. */
    ThingGroup create(String name, String parent, String description, Map<String, String> attributes) {
        ThingRules.checkName("thingGroupName", name);
        ThingRules.checkGroupAttributes(attributes);
        ThingGroup made = new ThingGroup(
                name, UUID.randomUUID().toString(), parent, description, new TreeMap<>(attributes), 1, clock.instant());
        return database.writeAndWait(sql -> {
            ThingGroup there = store.find(sql, name).orElse(null);
            if (there != null) {
                return sameAs(there, made);
            }
            if (parent != null) {
                checkRoomIn(sql, parent);
            }
            store.save(sql, made);
            return made;
        });
    }

    private static ThingGroup sameAs(ThingGroup there, ThingGroup wanted) {
        if (!there.equals(new ThingGroup(
                wanted.name(),
                there.id(),
                wanted.parent(),
                wanted.description(),
                wanted.attributes(),
                there.version(),
                there.createdAt()))) {
            throw new AwsError(
                    409,
                    "ResourceAlreadyExistsException",
                    "Thing group " + wanted.name() + " already exists in account with different properties");
        }
        return there;
    }

    private void checkRoomIn(Sql sql, String parent) throws SQLException {
        if (store.find(sql, parent).isEmpty()) {
            throw AwsError.invalidRequest("parentGroupName '" + parent + "': there is no such thing group");
        }
        if (store.ancestors(sql, parent).size() + 2 > MAX_DEPTH) {
            throw AwsError.invalidRequest(
                    "parentGroupName '" + parent + "': groups may be " + MAX_DEPTH + " deep, not deeper");
        }
        if (store.list(sql, parent, false, "", "", MAX_CHILDREN).size() == MAX_CHILDREN) {
            throw AwsError.invalidRequest(
                    "parentGroupName '" + parent + "': a group may have " + MAX_CHILDREN + " groups in it");
        }
    }

    /**
     * Changes description and attributes; a null leaves them as they are.
     *
     * @return the new version
     */
    long update(String name, String description, AttributeChange attributes, Long expectedVersion) {
        return database.writeAndWait(sql -> {
            ThingGroup there = require(sql, name);
            checkVersion(there, expectedVersion);
            SortedMap<String, String> next = attributes.applyTo(there.attributes());
            ThingRules.checkGroupAttributes(next);
            ThingGroup changed = new ThingGroup(
                    name,
                    there.id(),
                    there.parent(),
                    description == null ? there.description() : description,
                    next,
                    there.version() + 1,
                    there.createdAt());
            store.save(sql, changed);
            return changed.version();
        });
    }

    /** Deletes the group, which must have no groups in it; one that is not there is no error, as AWS's API names none. */
    void delete(String name, Long expectedVersion) {
        database.writeAndWait(sql -> {
            ThingGroup there = store.find(sql, name).orElse(null);
            if (there != null) {
                checkVersion(there, expectedVersion);
                if (!store.list(sql, name, false, "", "", 1).isEmpty()) {
                    throw AwsError.invalidRequest("Thing group " + name + " has groups in it. Delete them before it.");
                }
                store.delete(sql, name);
            }
            return there;
        });
        changes.announce(Changes.Kind.IDENTITIES);
    }

    /** Puts the thing into the group; a thing may be in one group of each hierarchy. */
    void add(String thing, String group) {
        move(thing, List.of(), List.of(group));
    }

    void remove(String thing, String group) {
        move(thing, List.of(group), List.of());
    }

    /**
     * Takes the thing out of groups, then puts it into others, all as one change: on its way from one to the other it is
     * never without what both allow it.
     */
    void move(String thing, List<String> from, List<String> to) {
        database.writeAndWait(sql -> {
            things.require(sql, thing);
            for (String group : from) {
                require(sql, group);
                store.remove(sql, thing, group);
            }
            for (String group : to) {
                add(sql, thing, group);
            }
            return thing;
        });
        changes.announce(Changes.Kind.IDENTITIES);
    }

    private void add(Sql sql, String thing, String group) throws SQLException {
        require(sql, group);
        List<String> others = store.groupsOf(sql, thing, "", MAX_GROUPS_OF_A_THING);
        if (!others.contains(group)) {
            checkRoomFor(sql, thing, group, others);
            store.add(sql, thing, group);
        }
    }

    private void checkRoomFor(Sql sql, String thing, String group, List<String> others) throws SQLException {
        if (others.size() == MAX_GROUPS_OF_A_THING) {
            throw AwsError.invalidRequest(
                    "Thing " + thing + " is in " + MAX_GROUPS_OF_A_THING + " groups; it may not be in more");
        }
        for (String other : others) {
            if (root(sql, other).equals(root(sql, group))) {
                throw AwsError.invalidRequest(
                        "Thing " + thing + " is in group " + other + ", which is of the same hierarchy as " + group);
            }
        }
    }

    private String root(Sql sql, String group) throws SQLException {
        return store.ancestors(sql, group).stream().findFirst().orElse(group);
    }

    private ThingGroup require(Sql sql, String name) throws SQLException {
        return store.find(sql, name).orElseThrow(() -> AwsError.notFound("Thing group " + name + " does not exist"));
    }

    private static void checkVersion(ThingGroup group, Long expected) {
        if (expected != null && expected != group.version()) {
            throw new AwsError(
                    409,
                    "VersionConflictException",
                    "The version for thing group " + group.name() + " does not match the expected version.");
        }
    }
}
