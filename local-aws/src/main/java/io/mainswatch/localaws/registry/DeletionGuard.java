package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.store.Sql;
import java.sql.SQLException;

/** Whoever needs a thing can keep it from being deleted. */
@FunctionalInterface
public interface DeletionGuard {

    /**
     * Asked within the change that would delete the thing.
     *
     * @throws io.mainswatch.localaws.http.AwsError if it must stay
     */
    void check(Sql sql, String thing) throws SQLException;
}
