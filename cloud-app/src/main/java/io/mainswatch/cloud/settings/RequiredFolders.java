package io.mainswatch.cloud.settings;

import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** Folders without which the program would run and do nothing: Camel takes a folder that is not there for one without routes. */
public final class RequiredFolders {

    private RequiredFolders() {}

    /** A {@link SettingsException} names every folder of these keys that is not there. */
    public static void check(Settings settings, String... keys) {
        List<Problem> missing = Arrays.stream(keys)
                .filter(key -> !Files.isDirectory(settings.path(key)))
                .map(key -> new Problem(
                        key,
                        0,
                        false,
                        "there is no folder " + settings.path(key).toAbsolutePath()
                                + ". Name another, or start in the folder of the installation."))
                .toList();
        if (!missing.isEmpty()) {
            throw new SettingsException(missing);
        }
    }
}
