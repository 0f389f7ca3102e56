package io.mainswatch.localaws.shadow;

import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import io.mainswatch.shadow.ShadowName;
import io.mainswatch.shadow.ShadowState;
import io.mainswatch.shadow.ShadowStateCodec;
import java.sql.SQLException;
import java.util.List;

/** Shadows and tombstones in the database. */
public final class ShadowStore {

    private final Database database;

    public ShadowStore(Database database) {
        this.database = database;
    }

    /** The shadow as last committed. */
    public ShadowState read(ShadowName name) {
        return database.read(sql -> load(sql, name));
    }

    /** The first things by name that have a classic shadow, in the registry or not, {@code limit} at most. */
    public List<String> thingsWithClassicShadow(int limit) {
        return database.read(sql -> sql.list(
                "select thing from shadow where name = '' and live = 1 order by thing limit ?",
                row -> row.getString(1),
                limit));
    }

    /**
     * The names of a thing's named shadows that come after {@code after}, in their order.
     *
     * @param limit how many at the most
     */
    public List<String> namesOf(String thing, String after, int limit) {
        return database.read(sql -> sql.list(
                "select name from shadow where thing = ? and name > ? and live = 1 order by name limit ?",
                row -> row.getString(1),
                thing,
                after,
                limit));
    }

    ShadowState load(Sql sql, ShadowName name) throws SQLException {
        return sql.first(
                        "select state from shadow where thing = ? and name = ?",
                        row -> ShadowStateCodec.decode(row.getBytes(1)),
                        name.thing(),
                        column(name))
                .orElse(new ShadowState.Never());
    }

    void save(Sql sql, ShadowName name, ShadowState state) throws SQLException {
        sql.update(
                "insert into shadow (thing, name, live, state) values (?, ?, ?, ?)"
                        + " on conflict (thing, name) do update set live = excluded.live, state = excluded.state",
                name.thing(),
                column(name),
                state.document().isPresent() ? 1 : 0,
                ShadowStateCodec.encode(state));
    }

    private static String column(ShadowName name) {
        return name.shadow().orElse("");
    }
}
