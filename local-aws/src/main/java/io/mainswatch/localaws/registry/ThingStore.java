package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Things in the database. */
final class ThingStore {

    private static final String COLUMNS = "select name, id, type, billing_group, version from thing";

    Optional<Thing> find(Sql sql, String name) throws SQLException {
        Optional<Thing> bare = sql.first(COLUMNS + " where name = ?", ThingStore::bare, name);
        return bare.isEmpty() ? bare : Optional.of(whole(sql, bare.get()));
    }

    /** The things that the filter lets through and whose names come after {@code after}, by name. */
    List<Thing> list(Sql sql, ThingFilter filter, String after, int limit) throws SQLException {
        StringBuilder query = new StringBuilder(COLUMNS).append(" where name > ?");
        List<Object> parameters = new ArrayList<>(List.of(after));
        if (filter.type() != null) {
            query.append(" and type = ?");
            parameters.add(filter.type());
        }
        if (filter.attribute() != null) {
            query.append(" and name in (select thing from thing_attribute where name = ?");
            parameters.add(filter.attribute());
            if (filter.value() != null) {
                query.append(filter.prefix() ? " and substr(value, 1, length(?)) = ?" : " and value = ?");
                parameters.add(filter.value());
                if (filter.prefix()) {
                    parameters.add(filter.value());
                }
            }
            query.append(')');
        }
        parameters.add(limit);
        List<Thing> found = new ArrayList<>();
        for (Thing bare : sql.list(query + " order by name limit ?", ThingStore::bare, parameters.toArray())) {
            found.add(whole(sql, bare));
        }
        return found;
    }

    void save(Sql sql, Thing thing) throws SQLException {
        sql.update(
                "insert into thing (name, id, type, billing_group, version) values (?, ?, ?, ?, ?)"
                        + " on conflict (name) do update set type = excluded.type,"
                        + " billing_group = excluded.billing_group, version = excluded.version",
                thing.name(),
                thing.id(),
                thing.type(),
                thing.billingGroup(),
                thing.version());
        sql.update("delete from thing_attribute where thing = ?", thing.name());
        for (Map.Entry<String, String> attribute : thing.attributes().entrySet()) {
            sql.update(
                    "insert into thing_attribute (thing, name, value) values (?, ?, ?)",
                    thing.name(),
                    attribute.getKey(),
                    attribute.getValue());
        }
    }

    void delete(Sql sql, String name) throws SQLException {
        sql.update("delete from thing where name = ?", name);
    }

    private static Thing bare(ResultSet row) throws SQLException {
        return new Thing(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new TreeMap<>(),
                row.getLong(5));
    }

    private static Thing whole(Sql sql, Thing bare) throws SQLException {
        SortedMap<String, String> attributes = new TreeMap<>();
        sql.list(
                "select name, value from thing_attribute where thing = ?",
                row -> attributes.put(row.getString(1), row.getString(2)),
                bare.name());
        return new Thing(bare.name(), bare.id(), bare.type(), bare.billingGroup(), attributes, bare.version());
    }
}
