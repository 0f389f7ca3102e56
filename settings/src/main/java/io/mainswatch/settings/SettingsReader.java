package io.mainswatch.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a program's file and the environment against its declaration. The environment wins over the file, the file
 * over the default; {@code NAME_FILE} names a file that holds the value (secrets). Keys outside {@code mainswatch.}
 * (such as {@code camel.component.aws2-ses.region}) pass through: Camel checks those itself.
 */
public final class SettingsReader {

    private static final String OURS = "mainswatch.";

    private final SettingsDeclaration declaration;
    private final Map<String, String> environment;

    public SettingsReader(SettingsDeclaration declaration, Map<String, String> environment) {
        this.declaration = declaration;
        this.environment = Map.copyOf(environment);
    }

    /** The checked settings; a {@link SettingsException} names everything that is wrong. */
    public Settings read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Settings settings = read(file, problems);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    /** What is wrong with the file and the environment; empty if nothing is. */
    public List<Problem> check(Path file) {
        List<Problem> problems = new ArrayList<>();
        try {
            read(file, problems);
        } catch (SettingsException e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    private Settings read(Path path, List<Problem> problems) {
        SettingsFile file = SettingsFile.read(path);
        problems.addAll(file.repeatedKeys());
        Map<String, String> values = new HashMap<>();
        for (Setting setting : declaration.settings()) {
            if (!setting.isPattern()) {
                put(setting, file, values, problems);
            }
        }
        for (String key : new TreeSet<>(file.values().stringPropertyNames())) {
            if (!key.startsWith(OURS)) {
                values.put(key, file.values().getProperty(key).trim());
            } else if (!values.containsKey(key)) {
                putOther(key, file, values, problems);
            }
        }
        return new Settings(values);
    }

    private void put(Setting setting, SettingsFile file, Map<String, String> values, List<Problem> problems) {
        Optional<Given> given = fromEnvironment(setting, problems).or(() -> fromFile(setting.key(), file));
        if (given.isPresent()) {
            accept(setting, setting.key(), given.get(), values, problems);
        } else if (setting.fallback() != null) {
            values.put(setting.key(), setting.range().canonical(setting.fallback()));
        } else if (setting.required()) {
            problems.add(new Problem(
                    file.path().toString(),
                    file.lineOf(setting.key()),
                    true,
                    setting.key() + " is not set; it must be " + setting.range().describe() + ". "
                            + setting.description() + " Set it there, or as " + setting.environmentName() + "."));
        }
    }

    /** A key of ours that no plain declaration has taken: an instance of a wildcard, an empty value, or a mistake. */
    private void putOther(String key, SettingsFile file, Map<String, String> values, List<Problem> problems) {
        Optional<Setting> declared =
                declaration.settings().stream().filter(s -> s.covers(key)).findFirst();
        if (declared.isEmpty()) {
            problems.add(new Problem(
                    file.path().toString(),
                    file.lineOf(key),
                    key + " is not a key of " + declaration.program() + ". "
                            + Nearest.to(key, declaration)
                                    .map(near -> "Did you mean " + near + "?")
                                    .orElse("Remove it.")));
        } else if (declared.get().isPattern()) {
            fromFile(key, file).ifPresent(given -> accept(declared.get(), key, given, values, problems));
        }
    }

    private static void accept(
            Setting setting, String key, Given given, Map<String, String> values, List<Problem> problems) {
        Optional<String> complaint = setting.complaint(given.value());
        if (complaint.isPresent()) {
            problems.add(new Problem(
                    given.where(),
                    given.line(),
                    key + " = " + setting.range().shown(given.value()) + ": " + complaint.get() + "."));
        } else {
            values.put(key, setting.range().canonical(given.value()));
        }
    }

    private Optional<Given> fromEnvironment(Setting setting, List<Problem> problems) {
        String name = setting.environmentName();
        String secret = environment.get(name + "_FILE");
        if (secret != null) {
            try {
                return given(name + "_FILE", 0, Files.readString(Path.of(secret)));
            } catch (IOException e) {
                problems.add(new Problem(name + "_FILE", 0, "the file " + secret + " cannot be read (" + e + ")."));
                return Optional.empty();
            }
        }
        return given(name, 0, environment.get(name));
    }

    private static Optional<Given> fromFile(String key, SettingsFile file) {
        return given(file.path().toString(), file.lineOf(key), file.values().getProperty(key));
    }

    /** An empty value counts as not set, so that a documented key may stand in the file without one. */
    private static Optional<Given> given(String where, int line, String value) {
        return Optional.ofNullable(value)
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(text -> new Given(where, line, text));
    }

    private record Given(String where, int line, String value) {}
}
