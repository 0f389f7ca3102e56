package io.mainswatch.cloud.cli;

import io.mainswatch.cloud.database.DatabaseAddress;
import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.settings.Settings;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The database for a command: the server that the settings name, or the embedded one that the running cloud app started. */
final class CommandDatabase {

    private CommandDatabase() {}

    static DataSource open(Settings settings) {
        Path data = settings.path(CloudSettings.DATA);
        return DatabaseAddress.named(settings)
                .or(() -> DatabaseAddress.embedded(data))
                .orElseThrow(() -> new CommandException("There is no database: no cloud app runs on " + data
                        + ". Start it, or set mainswatch.database.url."))
                .connect();
    }
}
