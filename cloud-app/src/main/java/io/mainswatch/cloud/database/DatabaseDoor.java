package io.mainswatch.cloud.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knocks at a database server until it opens. What only time can mend (no connection, a server that is starting or has
 * no connection left) is waited for; a refusal (password, database name) needs a person and is said at once.
 */
final class DatabaseDoor {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDoor.class);

    /** SQLSTATE: starting or stopping (57P01 to 57P03), and no connection left (53300). Class 08 is "connection exception". */
    private static final Set<String> MENDED_BY_TIME = Set.of("57P03", "53300", "57P01", "57P02");

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final DatabaseAddress address;

    DatabaseDoor(DatabaseAddress address) {
        this.address = address;
    }

    /** Returns when a connection was made. */
    void await() {
        Duration pause = FIRST_PAUSE;
        Optional<SQLException> closed = knock();
        while (closed.isPresent()) {
            SQLException reason = closed.get();
            if (!isMendedByTime(reason)) {
                throw new DatabaseException(
                        "The database at " + address + " refuses us: " + reason.getMessage()
                                + ". Check mainswatch.database.url, .user and .password.",
                        reason);
            }
            LOG.warn("waiting for the database at {}: {}", address, reason.getMessage());
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            closed = knock();
        }
    }

    /** Empty if the database opened, else why not. */
    Optional<SQLException> knock() {
        Properties login = new Properties();
        if (address.user() != null) {
            login.setProperty("user", address.user());
        }
        if (address.password() != null) {
            login.setProperty("password", address.password());
        }
        login.setProperty("loginTimeout", "5");
        try (Connection connection = DriverManager.getConnection(address.url(), login)) {
            return connection.isValid(5) ? Optional.empty() : Optional.of(new SQLException("no answer", "08006"));
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private static boolean isMendedByTime(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("08");
        return state.startsWith("08") || MENDED_BY_TIME.contains(state);
    }
}
