package io.mainswatch.edge;

import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that the operator's routes are loaded from. */
final class RouteFolder {

    private static final String FILES = "*.camel.yaml";

    private RouteFolder() {}

    /** What Camel is to load; a {@link SettingsException} if there is nothing, for then nothing would be watched. */
    static String pattern(Settings settings) {
        Path folder = settings.path(EdgeSettings.ROUTES);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
            if (files.iterator().hasNext()) {
                return "file:" + folder + "/" + FILES;
            }
        } catch (IOException e) {
            throw noRoutes(folder, " cannot be read (" + e + ")");
        }
        throw noRoutes(folder, " holds no " + FILES);
    }

    private static SettingsException noRoutes(Path folder, String what) {
        return new SettingsException(List.of(new Problem(
                EdgeSettings.FILE,
                0,
                false,
                EdgeSettings.ROUTES + " = " + folder + what + ". Name a folder of routes.")));
    }
}
