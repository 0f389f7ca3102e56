package io.mainswatch.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The configuration of one running program: complete, checked, immutable. Made by {@link SettingsReader}. */
public final class Settings {

    private final Map<String, String> values;

    Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a required key or one with a default. */
    public String text(String key) {
        return find(key).orElseThrow(() -> new NoSuchElementException("No value for " + key));
    }

    /** The value of a key that may be left out. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public int whole(String key) {
        return Integer.parseInt(text(key));
    }

    public Duration time(String key) {
        return Duration.ofMillis(Long.parseLong(text(key)));
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** A path; a relative one counts from the working folder, which the launcher sets to the installation's folder. */
    public Path path(String key) {
        return Path.of(text(key));
    }

    /** Everything, {@code camel.*} keys of the file included, for the properties that routes see. Times are milliseconds. */
    public Properties asProperties() {
        Properties properties = new Properties();
        properties.putAll(new TreeMap<>(values));
        return properties;
    }
}
