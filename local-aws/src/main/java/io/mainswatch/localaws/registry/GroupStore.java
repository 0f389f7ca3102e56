package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Thing groups and their members in the database. */
final class GroupStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> ATTRIBUTES = new TypeReference<>() {};

    /** The group and all below it. */
    private static final String SUBTREE = "with recursive inside (name) as (select ? union all"
            + " select g.name from thing_group g join inside on g.parent = inside.name)";

    Optional<ThingGroup> find(Sql sql, String name) throws SQLException {
        return sql.first(
                "select id, parent, description, attributes, version, created_at from thing_group where name = ?",
                row -> new ThingGroup(
                        name,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        parse(row.getString(4)),
                        row.getLong(5),
                        Instant.ofEpochMilli(row.getLong(6))),
                name);
    }

    void save(Sql sql, ThingGroup group) throws SQLException {
        sql.update(
                "insert into thing_group (name, id, parent, description, attributes, version, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (name) do update set"
                        + " description = excluded.description, attributes = excluded.attributes,"
                        + " version = excluded.version",
                group.name(),
                group.id(),
                group.parent(),
                group.description(),
                write(group.attributes()),
                group.version(),
                group.createdAt().toEpochMilli());
    }

    void delete(Sql sql, String name) throws SQLException {
        sql.update("delete from thing_group where name = ?", name);
    }

    /**
     * The groups directly within the parent, or, if it is null, those within none.
     *
     * @param deep whether those further below come too
     */
    List<String> list(Sql sql, String parent, boolean deep, String prefix, String after, int limit)
            throws SQLException {
        String from = deep
                ? "with recursive below (name) as (select name from thing_group where parent is ? union all"
                        + " select g.name from thing_group g join below on g.parent = below.name)"
                        + " select name from below where true"
                : "select name from thing_group where parent is ?";
        return sql.list(
                from + " and substr(name, 1, length(?)) = ? and name > ? order by name limit ?",
                row -> row.getString(1),
                parent,
                prefix,
                prefix,
                after,
                limit);
    }

    /** The groups that the group is within, the outermost first. */
    List<String> ancestors(Sql sql, String name) throws SQLException {
        return sql.list(
                "with recursive up (name, parent, height) as"
                        + " (select name, parent, 0 from thing_group where name = ? union all"
                        + " select g.name, g.parent, height + 1 from thing_group g join up on g.name = up.parent)"
                        + " select name from up where height > 0 order by height desc",
                row -> row.getString(1),
                name);
    }

    void add(Sql sql, String thing, String group) throws SQLException {
        sql.update("insert or ignore into thing_group_member (thing, thing_group) values (?, ?)", thing, group);
    }

    void remove(Sql sql, String thing, String group) throws SQLException {
        sql.update("delete from thing_group_member where thing = ? and thing_group = ?", thing, group);
    }

    /** The things in the group, and with {@code deep} those in the groups below it. */
    List<String> things(Sql sql, String group, boolean deep, String after, int limit) throws SQLException {
        return sql.list(
                (deep ? SUBTREE : "with inside (name) as (select ?)")
                        + " select distinct thing from thing_group_member join inside on thing_group = inside.name"
                        + " where thing > ? order by thing limit ?",
                row -> row.getString(1),
                group,
                after,
                limit);
    }

    List<String> groupsOf(Sql sql, String thing, String after, int limit) throws SQLException {
        return sql.list(
                "select thing_group from thing_group_member where thing = ? and thing_group > ?"
                        + " order by thing_group limit ?",
                row -> row.getString(1),
                thing,
                after,
                limit);
    }

    private static SortedMap<String, String> parse(String json) {
        try {
            return JSON.readValue(json, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored thing group is damaged", e);
        }
    }

    private static String write(SortedMap<String, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Attributes have no JSON", e);
        }
    }
}
