package io.mainswatch.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A properties file that still knows on which line each key stands, and which keys stand there twice. */
final class SettingsFile {

    /** A key at the start of a line; the separator is {@code =}, {@code :} or a blank, as {@link Properties} has it. */
    private static final Pattern KEY = Pattern.compile("^\\s*([^#!\\s=:][^\\s=:]*)\\s*(?:[=:\\s]|$)");

    private final Path path;
    private final Properties values;
    private final List<String> lines;

    private SettingsFile(Path path, Properties values, List<String> lines) {
        this.path = path;
        this.values = values;
        this.lines = lines;
    }

    /** Reads the file; a missing or unreadable one is a {@link SettingsException} that names it. */
    static SettingsFile read(Path path) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            Properties values = new Properties();
            values.load(reader);
            return new SettingsFile(path, values, Files.readAllLines(path, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(List.of(new Problem(
                    path.toString(),
                    0,
                    "cannot be read (" + e + "). Put the file there, or name another with --config.")));
        }
    }

    Properties values() {
        return values;
    }

    Path path() {
        return path;
    }

    /** The line of the key's first place, from 1; 0 where the key does not stand in the file. */
    int lineOf(String key) {
        return places(key).stream().findFirst().orElse(0);
    }

    /** One problem for each key that stands there more than once: only the last would count, silently. */
    List<Problem> repeatedKeys() {
        List<Problem> problems = new ArrayList<>();
        for (String key : values.stringPropertyNames()) {
            List<Integer> places = places(key);
            if (places.size() > 1) {
                problems.add(new Problem(
                        path.toString(),
                        places.get(1),
                        key + " is set a second time (first on line " + places.get(0) + "). Remove one of the lines."));
            }
        }
        return problems;
    }

    private List<Integer> places(String key) {
        List<Integer> places = new ArrayList<>();
        boolean continued = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher matcher = KEY.matcher(line);
            if (!continued && matcher.find() && matcher.group(1).equals(key)) {
                places.add(i + 1);
            }
            continued = line.endsWith("\\") && !line.stripLeading().startsWith("#");
        }
        return places;
    }
}
