package io.mainswatch.routecheck;

import io.mainswatch.settings.SettingsDeclaration;
import io.mainswatch.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;

/** Every program's file in {@code config/}: our keys against the declaration, Camel's keys against the catalog. */
final class ConfigurationCheck {

    private final List<SettingsDeclaration> declarations;
    private final Components components;
    private final Map<String, String> environment;

    ConfigurationCheck(List<SettingsDeclaration> declarations, Components components, Map<String, String> environment) {
        this.declarations = declarations;
        this.components = components;
        this.environment = environment;
    }

    /** The file of each declared program below the folder. */
    Stream<Path> files(Path config) {
        return declarations.stream().map(declaration -> file(config, declaration));
    }

    Stream<Finding> check(Path config) {
        return declarations.stream().flatMap(declaration -> {
            Path file = file(config, declaration);
            return Stream.concat(ours(declaration, file), camels(file));
        });
    }

    private static Path file(Path config, SettingsDeclaration declaration) {
        return config.resolve(declaration.program()).resolve("application.properties");
    }

    private Stream<Finding> ours(SettingsDeclaration declaration, Path file) {
        return new SettingsReader(declaration, environment)
                .check(file).stream()
                        .filter(problem -> !problem.missing())
                        .map(problem -> new Finding(Path.of(problem.where()), problem.line(), problem.what()));
    }

    private Stream<Finding> camels(Path file) {
        if (!Files.isReadable(file)) {
            return Stream.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .filter(i -> lines.get(i).strip().startsWith("camel."))
                    .flatMap(i -> camel(file, i + 1, lines.get(i).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Finding> camel(Path file, int number, String line) {
        ownComponent(line);
        ConfigurationPropertiesValidationResult result = components.catalog().validateConfigurationProperty(line);
        return !result.isAccepted() || result.isSuccess()
                ? Stream.empty()
                : Stream.of(new Finding(
                        file, number, result.summaryErrorMessage(false).strip()));
    }

    /** Makes the catalog know a component of ours before its keys are judged. */
    private void ownComponent(String line) {
        if (line.startsWith("camel.component.")) {
            components.knows(line.substring("camel.component.".length()).replaceFirst("[.\\[=].*", ""));
        }
    }
}
