package io.mainswatch.localaws;

import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Setting;
import io.mainswatch.settings.SettingsDeclaration;
import io.mainswatch.settings.SettingsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The options of the program: {@code --config FILE}, and each setting by the end of its key, {@code --http-port 4566} for
 * {@code mainswatch.http-port}. They are laid over the environment, so that one place checks all values.
 */
record CommandLine(Path config, Map<String, String> environment) {

    private static final String CONFIG = "--config";

    static CommandLine parse(SettingsDeclaration declaration, Map<String, String> environment, String... arguments) {
        Map<String, String> variables = declaration.settings().stream()
                .collect(Collectors.toMap(CommandLine::option, Setting::environmentName));
        Map<String, String> overlaid = new HashMap<>(environment);
        Path config = Path.of("config", declaration.program(), "application.properties");
        for (int i = 0; i < arguments.length; i += 2) {
            String option = arguments[i];
            if (i + 1 == arguments.length) {
                throw problem(option, "needs a value after it.");
            }
            if (option.equals(CONFIG)) {
                config = Path.of(arguments[i + 1]);
            } else if (variables.containsKey(option)) {
                overlaid.put(variables.get(option), arguments[i + 1]);
            } else {
                throw problem(
                        option,
                        "is not an option. There are " + CONFIG + ", "
                                + String.join(
                                        ", ",
                                        variables.keySet().stream().sorted().toList()) + ".");
            }
        }
        return new CommandLine(config, overlaid);
    }

    private static String option(Setting setting) {
        return "--" + setting.key().substring("mainswatch.".length());
    }

    private static SettingsException problem(String option, String what) {
        return new SettingsException(List.of(new Problem(option, 0, false, what)));
    }
}
