package io.mainswatch.edge.line;

import io.mainswatch.edge.report.PropertyNames;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

/** Every line of this device, in the order of the route files: what the loaded routes say that begin at the Kamelets of inputs and outputs. */
public record Wiring(List<Wire> wires) {

    private static final String INPUT = "kamelet:input-line";
    private static final String OUTPUT = "kamelet:output-line";

    /** No line has this number: it is said of one that is no whole number. */
    static final int NO_LINE = -1;

    /** The wiring of the routes that the context has loaded; nothing need run yet. */
    public static Wiring of(CamelContext context) {
        List<Wire> wires = new ArrayList<>();
        List<RouteDefinition> routes = ((ModelCamelContext) context).getRouteDefinitions();
        for (RouteDefinition route :
                routes.stream().filter(route -> isWanted(context, route)).toList()) {
            String uri = context.resolvePropertyPlaceholders(route.getInput().getEndpointUri());
            Map<String, Object> parameters = parameters(uri);
            String file = route.getResource() == null
                    ? route.getRouteId()
                    : StringHelper.after(route.getResource().getLocation(), ":");
            if (begins(uri, INPUT)) {
                wires.add(input(parameters, file));
            } else if (begins(uri, OUTPUT)) {
                wires.add(new Wire.Output(text(parameters, "output"), line(parameters), file));
            }
        }
        wires.sort(Comparator.comparing(Wire::file));
        return new Wiring(List.copyOf(wires));
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

    private static boolean begins(String uri, String kamelet) {
        return StringHelper.before(uri, "?", uri).equals(kamelet);
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
