package io.mainswatch.cloud;

import io.mainswatch.cloud.database.DatabaseAddress;
import io.mainswatch.cloud.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** One real PostgreSQL for the JVM of the tests, and a database of its own for whoever asks. */
public final class Databases {

    private static EmbeddedDatabase server;

    private Databases() {}

    /** A new, empty database. */
    public static synchronized DatabaseAddress create() throws SQLException {
        if (server == null) {
            server = EmbeddedDatabase.start(Path.of("target/test-postgresql"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        DatabaseAddress admin = server.address();
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = DriverManager.getConnection(admin.url(), admin.user(), admin.password())) {
            connection.createStatement().execute("create database " + name);
        }
        return new DatabaseAddress(admin.url().replaceFirst("/[^/]*$", "/" + name), admin.user(), admin.password());
    }
}
