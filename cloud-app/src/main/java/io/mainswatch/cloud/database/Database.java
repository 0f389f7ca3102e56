package io.mainswatch.cloud.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database as the routes use it: a pool of connections to a server that is there and has the current schema. */
public final class Database implements AutoCloseable {

    static final String SCHEMA = "mainswatch";

    /** A worker holds one connection while it works; the rest is for the intake, the timers and health. */
    private static final int CONNECTIONS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<EmbeddedDatabase> embedded;
    private final HikariDataSource pool;

    private Database(Optional<EmbeddedDatabase> embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
    }

    /**
     * Opens the server that the settings name, or starts the embedded one. A server that does not answer yet is waited
     * for, without end; one that refuses us is a {@link DatabaseException}.
     */
    public static Database open(Settings settings) {
        Optional<DatabaseAddress> named = DatabaseAddress.named(settings);
        Optional<EmbeddedDatabase> embedded = named.isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.start(settings.path(CloudSettings.DATA)));
        DatabaseAddress address =
                named.or(() -> embedded.map(EmbeddedDatabase::address)).orElseThrow();
        try {
            new DatabaseDoor(address).await();
            HikariDataSource pool = pool(address);
            migrate(pool);
            return new Database(embedded, pool);
        } catch (RuntimeException e) {
            embedded.ifPresent(EmbeddedDatabase::close);
            throw e;
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setSchema(SCHEMA);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource dataSource) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(SCHEMA)
                    .createSchemas(true)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("The tables cannot be brought to this version: " + e.getMessage(), e);
        }
    }
}
