package io.mainswatch.cloud.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** DOWN while the database does not answer within two seconds, with its reason. */
public final class DatabaseHealth extends AbstractHealthCheck {

    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;

    public DatabaseHealth(DataSource database) {
        super("mainswatch", "database");
        this.database = database;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try (Connection connection = database.getConnection()) {
            if (connection.isValid(PATIENCE_SECONDS)) {
                builder.up();
            } else {
                builder.down().message("The database does not answer.");
            }
        } catch (SQLException e) {
            builder.down().message(e.getMessage()).error(e);
        }
    }
}
