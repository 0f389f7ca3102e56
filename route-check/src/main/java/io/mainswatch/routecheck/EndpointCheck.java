package io.mainswatch.routecheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.routecheck.RouteSet.EndpointIn;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.catalog.EndpointValidationResult;

/** Every endpoint's component exists and knows each of the options given, with values of the right kind. */
final class EndpointCheck implements RouteCheck {

    private final Components components;

    EndpointCheck(Components components) {
        this.components = components;
    }

    @Override
    public Stream<Finding> check(RouteSet routes) {
        return routes.endpoints()
                .flatMap(end -> end.scheme().equals("kamelet") ? kamelet(end, routes) : component(end));
    }

    private Stream<Finding> component(EndpointIn end) {
        if (end.scheme().contains("{{")) {
            return Stream.empty();
        }
        if (!components.knows(end.scheme())) {
            return Stream.of(end.finding("there is no component \"" + end.scheme() + "\" here. Correct the name."));
        }
        try {
            Map<String, String> options = new HashMap<>();
            if (end.uri().contains(":")) {
                options.putAll(components.catalog().endpointProperties(end.uri()));
            }
            JsonNode parameters = end.owner().value().path("parameters");
            parameters
                    .properties()
                    .forEach(e -> options.put(e.getKey(), e.getValue().asText()));
            EndpointValidationResult result = components.catalog().validateProperties(end.scheme(), options);
            return result.isSuccess() ? Stream.empty() : complaints(end, result);
        } catch (URISyntaxException e) {
            return Stream.of(end.finding("is no endpoint: " + e.getMessage()));
        }
    }

    private static Stream<Finding> complaints(EndpointIn end, EndpointValidationResult result) {
        Stream.Builder<Finding> findings = Stream.builder();
        for (String option : orNone(result.getUnknown())) {
            findings.add(at(end, option, end.scheme() + " has no option " + option + suggestion(result, option) + "."));
        }
        for (String option : orNone(result.getRequired())) {
            findings.add(end.finding(end.scheme() + " needs the option " + option + "."));
        }
        invalid(result)
                .forEach((option, value) -> findings.add(at(
                        end,
                        option,
                        end.scheme() + ": " + option + " cannot be \"" + value + "\"" + choices(result, option)
                                + ".")));
        return findings.build();
    }

    private static Map<String, String> invalid(EndpointValidationResult result) {
        Map<String, String> invalid = new HashMap<>();
        Stream.of(
                        result.getInvalidEnum(),
                        result.getInvalidBoolean(),
                        result.getInvalidInteger(),
                        result.getInvalidNumber(),
                        result.getInvalidDuration(),
                        result.getInvalidReference())
                .filter(map -> map != null)
                .forEach(invalid::putAll);
        return invalid;
    }

    private static Iterable<String> orNone(Set<String> options) {
        return options == null ? List.of() : options;
    }

    private static String suggestion(EndpointValidationResult result, String option) {
        return Optional.ofNullable(result.getUnknownSuggestions())
                .map(map -> map.get(option))
                .filter(names -> names.length > 0)
                .map(names -> "; did you mean " + names[0] + "?")
                .orElse("");
    }

    private static String choices(EndpointValidationResult result, String option) {
        return Optional.ofNullable(result.getInvalidEnumChoices())
                .map(map -> map.get(option))
                .map(names -> "; it must be one of " + String.join(", ", names))
                .orElse("");
    }

    private Stream<Finding> kamelet(EndpointIn end, RouteSet routes) {
        Optional<RouteFile> kamelet = routes.files().stream()
                .filter(RouteFile::isKamelet)
                .filter(file -> file.stem().equals(end.name().replaceFirst("/.*", "")))
                .findFirst();
        return kamelet.stream()
                .flatMap(file -> parameters(end, file.root().path("spec").path("definition")));
    }

    private static Stream<Finding> parameters(EndpointIn end, JsonNode definition) {
        JsonNode given = end.owner().value().path("parameters");
        Stream<Finding> unknown = given.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("templateId")
                        && !definition.path("properties").has(name))
                .map(name -> at(end, name, "the Kamelet " + end.name() + " has no parameter " + name + "."));
        Stream<Finding> required = Stream.iterate(
                        0, i -> i < definition.path("required").size(), i -> i + 1)
                .map(i -> definition.path("required").get(i).asText())
                .filter(name -> !given.has(name))
                .map(name -> end.finding("the Kamelet " + end.name() + " needs the parameter " + name + "."));
        Stream<Finding> wrong = given.properties().stream().flatMap(parameter -> {
            String name = parameter.getKey();
            return new KameletParameter(definition.path("properties").path(name))
                    .complaint(parameter.getValue().asText()).stream()
                            .map(complaint -> at(
                                    end,
                                    name,
                                    "the Kamelet " + end.name() + ": " + name + " cannot be \""
                                            + parameter.getValue().asText() + "\"; it must " + complaint + "."));
        });
        return Stream.of(unknown, required, wrong).flatMap(findings -> findings);
    }

    private static Finding at(EndpointIn end, String option, String what) {
        boolean parameter = end.owner().value().path("parameters").has(option);
        return parameter ? end.file().at(end.owner().child("parameters").child(option), what) : end.finding(what);
    }
}
