package io.mainswatch.localaws.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies from a damaged database the rows that can still be read. */
final class RowRescue {

    private final Connection from;
    private final Connection to;

    private RowRescue(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** Answers with the number of rows by table. */
    static Map<String, Integer> copy(Path damaged, Sql to) throws SQLException {
        Map<String, Integer> saved = new LinkedHashMap<>();
        try (Connection from = Damage.connect(damaged);
                Statement source = from.createStatement();
                Statement target = to.connection().createStatement()) {
            // Otherwise SQLite reads nothing at all of a file that is shorter than its header says.
            source.execute("pragma writable_schema = on");
            RowRescue rescue = new RowRescue(from, to.connection());
            // A row that names a lost one is still worth having.
            target.execute("pragma foreign_keys = off");
            for (String table : rescue.tables()) {
                saved.put(table, rescue.copyTable(table));
            }
            target.execute("pragma foreign_keys = on");
        }
        return saved;
    }

    private List<String> tables() throws SQLException {
        return column(
                to, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name");
    }

    /** From the beginning up to the damage, then from the end down to it. */
    private int copyTable(String table) throws SQLException {
        List<String> known = columnsOf(to, table);
        known.retainAll(columnsOf(from, table));
        if (known.isEmpty()) {
            return 0;
        }
        String columns = "\"" + String.join("\", \"", known) + "\"";
        String marks = String.join(", ", Collections.nCopies(known.size(), "?"));
        String query = "select " + columns + " from " + table;
        String insert = "insert or ignore into " + table + " (" + columns + ") values (" + marks + ")";
        to.setAutoCommit(false);
        int copied = copyRows(query, insert, known.size())
                + copyRows(query + " order by " + key(table) + " desc", insert, known.size());
        to.commit();
        to.setAutoCommit(true);
        return copied;
    }

    private String key(String table) throws SQLException {
        List<String> key = column(to, "select name from pragma_table_info('" + table + "') where pk > 0 order by pk");
        return key.isEmpty() ? "rowid" : "\"" + String.join("\" desc, \"", key) + "\"";
    }

    private int copyRows(String query, String insert, int columns) throws SQLException {
        int copied = 0;
        try (Statement read = from.createStatement();
                ResultSet rows = read.executeQuery(query);
                PreparedStatement write = to.prepareStatement(insert)) {
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    write.setObject(i, rows.getObject(i));
                }
                copied += write.executeUpdate();
            }
        } catch (SQLException e) {
            if (!Damage.isDamage(e)) {
                throw e;
            }
        }
        return copied;
    }

    /** A table that is not there, or cannot be read, has no columns. */
    private static List<String> columnsOf(Connection connection, String table) throws SQLException {
        try {
            return column(connection, "select name from pragma_table_info('" + table + "')");
        } catch (SQLException e) {
            if (Damage.isDamage(e)) {
                return new ArrayList<>();
            }
            throw e;
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
