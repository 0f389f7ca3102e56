package io.mainswatch.routecheck;

import io.mainswatch.settings.SettingsDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every placeholder is a declared setting of the program whose folder the route stands in, or a Kamelet's own
 * parameter, or has a default, so that no route fails at start for want of a value.
 */
final class PlaceholderCheck implements RouteCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");

    private final List<SettingsDeclaration> declarations;

    PlaceholderCheck(List<SettingsDeclaration> declarations) {
        this.declarations = declarations;
    }

    @Override
    public Stream<Finding> check(RouteSet routes) {
        return routes.files().stream().flatMap(file -> {
            Set<String> parameters = parameters(file);
            return file.places()
                    .filter(place -> place.value().isTextual())
                    .flatMap(place -> PLACEHOLDER
                            .matcher(place.value().asText())
                            .results()
                            .map(match -> match.group(1))
                            .filter(name -> !defined(file, name, parameters))
                            .map(name -> file.at(
                                    place,
                                    "{{" + name + "}} is no setting of " + file.folder()
                                            + ". Correct the name, or give a default: {{" + name + ":value}}.")));
        });
    }

    private boolean defined(RouteFile file, String name, Set<String> parameters) {
        String key = name.replaceFirst("^\\?", "");
        if (name.contains(":") || parameters.contains(key)) {
            return true;
        }
        return declarations.stream()
                .filter(declaration -> shared(file) || declaration.program().equals(file.folder()))
                .flatMap(declaration -> declaration.settings().stream())
                .anyMatch(setting -> setting.covers(key));
    }

    /** Kamelets, and routes in a folder that no program is called after, serve several programs. */
    private boolean shared(RouteFile file) {
        return declarations.stream()
                .noneMatch(declaration -> declaration.program().equals(file.folder()));
    }

    private static Set<String> parameters(RouteFile file) {
        return file.root().path("spec").path("definition").path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
