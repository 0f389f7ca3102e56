package io.mainswatch.edge.line;

import io.mainswatch.edge.report.PropertyNames;
import io.mainswatch.settings.Problem;
import io.mainswatch.settings.SettingsException;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Predicate;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Every line of this device, in the order of the route files: what the loaded routes say that begin at the Kamelets of
 * inputs and outputs.
 */
public record Wiring(List<Wire> wires) {

    private static final String INPUT = "kamelet:input-line";
    private static final String OUTPUT = "kamelet:output-line";

    /** No line has this number: it is said of one that is no whole number. */
    static final int NO_LINE = -1;

    /** The wiring of the routes that the context has loaded; nothing need run yet. */
    public static Wiring of(CamelContext context) {
        return new Wiring(((ModelCamelContext) context)
                .getRouteDefinitions().stream()
                        .filter(route -> isWanted(context, route))
                        .flatMap(route -> wire(context, route).stream())
                        .sorted(Comparator.comparing(Wire::file))
                        .toList());
    }

    private static Optional<Wire> wire(CamelContext context, RouteDefinition route) {
        String file = route.getResource() == null
                ? route.getRouteId()
                : StringHelper.after(route.getResource().getLocation(), ":");
        String uri = resolved(context, route.getInput().getEndpointUri(), file);
        Map<String, Object> parameters = parameters(uri);
        return switch (StringHelper.before(uri, "?", uri)) {
            case INPUT -> Optional.of(input(parameters, file));
            case OUTPUT -> Optional.of(new Wire.Output(text(parameters, "output"), line(parameters), file));
            default -> Optional.empty();
        };
    }

    private static String resolved(CamelContext context, String uri, String file) {
        try {
            return context.resolvePropertyPlaceholders(uri);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(List.of(new Problem(
                    file,
                    0,
                    true,
                    e.getMessage() + ". Set it in the configuration, or write the value into the route.")));
        }
    }

    /** Camel drops routes whose precondition does not hold only when it starts. */
    private static boolean isWanted(CamelContext context, RouteDefinition route) {
        if (route.getPrecondition() == null) {
            return true;
        }
        Predicate precondition = context.resolveLanguage("simple")
                .createPredicate(context.resolvePropertyPlaceholders(route.getPrecondition()));
        precondition.initPredicate(context);
        return precondition.matches(new DefaultExchange(context));
    }

    private static Wire.Input input(Map<String, Object> parameters, String file) {
        String name = text(parameters, "input");
        String property = text(parameters, "property");
        return new Wire.Input(name, line(parameters), file, property.isEmpty() ? PropertyNames.usual(name) : property);
    }

    /** The inputs. */
    public List<Wire.Input> inputs() {
        return only(Wire.Input.class).toList();
    }

    /** The names of all outputs. */
    public Set<String> outputs() {
        return only(Wire.Output.class).map(Wire.Output::name).collect(Collectors.toUnmodifiableSet());
    }

    private <T extends Wire> Stream<T> only(Class<T> kind) {
        return wires.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String text(Map<String, Object> parameters, String name) {
        return parameters.getOrDefault(name, "").toString();
    }

    private static int line(Map<String, Object> parameters) {
        String text = text(parameters, "line");
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : NO_LINE;
    }

    private static Map<String, Object> parameters(String uri) {
        try {
            return URISupport.parseQuery(StringHelper.after(uri, "?", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(uri + " is no endpoint", e);
        }
    }
}
