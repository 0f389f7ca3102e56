package io.mainswatch.cloud.database;

import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.settings.Settings;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where a database is and how to log in. The embedded server has another port after each start, so the process that
 * started it leaves its address in a file for the command line.
 */
public record DatabaseAddress(String url, String user, String password) {

    /** The server that the operator names, if any. */
    public static Optional<DatabaseAddress> named(Settings settings) {
        return settings.find(CloudSettings.DATABASE_URL)
                .map(url -> new DatabaseAddress(
                        url,
                        settings.find(CloudSettings.DATABASE_USER).orElse(null),
                        settings.find(CloudSettings.DATABASE_PASSWORD).orElse(null)));
    }

    /** The address of the embedded server that runs on the data folder; empty when none does. */
    public static Optional<DatabaseAddress> embedded(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return Optional.of(new DatabaseAddress(
                    properties.getProperty("url"), properties.getProperty("user"), properties.getProperty("password")));
        } catch (IOException e) {
            throw new DatabaseException("The file " + file + " cannot be read (" + e
                    + "). Run the command as the user that runs the cloud app.");
        }
    }

    /** Single connections for a short task; a server that does not answer is a {@link DatabaseException}. */
    public DataSource connect() {
        DriverManagerDataSource connections = new DriverManagerDataSource(url, user, password);
        connections.setSchema(Database.SCHEMA);
        Optional<SQLException> closed = new DatabaseDoor(this).knock();
        if (closed.isPresent()) {
            throw new DatabaseException("The database at " + this + " cannot be reached: "
                    + closed.get().getMessage() + " Does the cloud app run?");
        }
        return connections;
    }

    static Path file(Path data) {
        return data.resolve("postgresql.properties");
    }

    void leaveIn(Path data) {
        Properties properties = new Properties();
        properties.setProperty("url", url);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        try {
            StringWriter text = new StringWriter();
            properties.store(text, "The embedded PostgreSQL that runs now. Written at each start.");
            PrivateFiles.write(file(data), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
