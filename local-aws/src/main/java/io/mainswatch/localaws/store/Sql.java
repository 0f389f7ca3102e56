package io.mainswatch.localaws.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements on one connection, each prepared once and kept. For one thread at a time. */
public final class Sql implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Runs an insert, update or delete; answers with the number of rows it changed. */
    public int update(String statement, Object... parameters) throws SQLException {
        return bind(statement, parameters).executeUpdate();
    }

    /** All rows of a query, in its order. */
    public <T> List<T> list(String query, Row<T> reader, Object... parameters) throws SQLException {
        try (ResultSet rows = bind(query, parameters).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    /** The first row of a query, if it has one. */
    public <T> Optional<T> first(String query, Row<T> reader, Object... parameters) throws SQLException {
        try (ResultSet rows = bind(query, parameters).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    private PreparedStatement bind(String text, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
