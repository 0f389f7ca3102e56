package io.mainswatch.localaws.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** Whether a database file is whole. */
final class Damage {

    private Damage() {}

    /** What is wrong with the file's structure, in SQLite's words; empty if nothing is. */
    static String of(Path file) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
            String finding = found.next() ? found.getString(1) : "no answer";
            return finding.equals("ok") ? "" : finding.replace('\n', ' ');
        } catch (SQLException e) {
            if (isDamage(e)) {
                return e.getMessage();
            }
            throw e;
        }
    }

    static boolean isDamage(SQLException e) {
        // The low byte is the primary code; what is above it only says more.
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** A connection that asks nothing of the file. */
    static Connection connect(Path file) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }
}
