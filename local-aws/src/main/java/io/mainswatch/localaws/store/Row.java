package io.mainswatch.localaws.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value from the row that a result stands on. */
@FunctionalInterface
public interface Row<T> {

    T read(ResultSet row) throws SQLException;
}
