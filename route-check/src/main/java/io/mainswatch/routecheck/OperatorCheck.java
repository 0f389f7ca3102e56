package io.mainswatch.routecheck;

import io.mainswatch.settings.SettingsDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs every check over an operator's {@code routes/} and {@code config/}. */
public final class OperatorCheck {

    private final List<SettingsDeclaration> declarations = ServiceLoader.load(SettingsDeclaration.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    private final List<RouteCheck> checks;
    private final ConfigurationCheck configuration;

    /** @param environment the variables that override the files, as the programs would see them */
    public OperatorCheck(Map<String, String> environment) {
        Components components = new Components();
        this.checks = List.of(
                new SchemaCheck(),
                new IdentityCheck(),
                new CanonicalFormCheck(),
                new PairCheck(entryPoints()),
                new PlaceholderCheck(declarations),
                new EndpointCheck(components));
        this.configuration = new ConfigurationCheck(declarations, components, environment);
    }

    /**
     * What was looked at and what was found.
     *
     * @param routes how many route and Kamelet files
     * @param configurations how many configuration files
     * @param findings everything that is wrong, in reading order
     */
    public record Report(long routes, long configurations, List<Finding> findings) {}

    /** Checks both folders. */
    public Report check(Path routes, Path config) {
        List<Finding> findings = new ArrayList<>();
        RouteSet set = new RouteSet(files(routes).stream()
                .map(path -> RouteFileReader.read(path, findings))
                .filter(Objects::nonNull)
                .toList());
        checks.stream().flatMap(check -> check.check(set)).forEach(findings::add);
        configuration.check(config).forEach(findings::add);
        findings.sort(Finding.IN_READING_ORDER);
        return new Report(
                set.files().size(),
                configuration.files(config).count(),
                findings.stream().distinct().toList());
    }

    private Set<String> entryPoints() {
        return declarations.stream()
                .flatMap(declaration -> declaration.entryPoints().stream())
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().matches(".*\\.(camel|kamelet)\\.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
