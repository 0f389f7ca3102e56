package io.mainswatch.localaws.store;

import java.sql.SQLException;

/** A piece of work on the database; it must not commit or roll back. */
@FunctionalInterface
public interface SqlWork<T> {

    T run(Sql sql) throws SQLException;
}
