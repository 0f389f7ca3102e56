package io.mainswatch.edge.line;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import io.mainswatch.edge.journal.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.TimeUtils;

/**
 * How an input's route reads its line, after every setting.
 *
 * @param input name and line
 * @param activeLow whether an electrical LOW means on
 * @param pull the resistor at the line: off, up or down
 * @param hold how long a level must last to become an event
 */
public record LineSetup(Wire.Input input, boolean activeLow, String pull, Duration hold) {

    /** As in {@code input-line.kamelet.yaml}. */
    private static final String USUAL_HOLD = "2s";

    /** The inputs of the routes that the context has loaded, in the order of the wiring. */
    public static List<LineSetup> all(CamelContext context) {
        Collection<RouteDefinition> routes = ((ModelCamelContext) context).getRouteDefinitions();
        List<Map<String, Object>> parameters = routes.stream()
                .filter(route -> Wiring.isWanted(context, route))
                .map(route ->
                        context.resolvePropertyPlaceholders(route.getInput().getEndpointUri()))
                .filter(uri -> StringHelper.before(uri, "?", uri).equals(Wiring.INPUT))
                .map(Wiring::parameters)
                .toList();
        return Wiring.of(context).inputs().stream()
                .map(input -> of(
                        input,
                        parameters.stream()
                                .filter(given -> input.name().equals(given.get("input")))
                                .findFirst()
                                .orElse(Map.of())))
                .toList();
    }

    private static LineSetup of(Wire.Input input, Map<String, Object> parameters) {
        return new LineSetup(
                input,
                Boolean.parseBoolean(given(parameters, "activeLow", "false")),
                given(parameters, "pull", "off"),
                Duration.ofMillis(TimeUtils.toMilliSeconds(given(parameters, "hold", USUAL_HOLD))));
    }

    /** What an optional placeholder leaves behind when there is no such setting counts as not given. */
    private static String given(Map<String, Object> parameters, String name, String otherwise) {
        String text = parameters.getOrDefault(name, "").toString();
        return text.isEmpty() || text.startsWith("{{") ? otherwise : text;
    }

    Level level(DigitalState state) {
        return state.isHigh() != activeLow ? Level.ON : Level.OFF;
    }

    /** What the level is electrically. */
    public String electrical(Level level) {
        return (level == Level.ON) != activeLow ? "HIGH" : "LOW";
    }

    PullResistance resistance() {
        return switch (pull) {
            case "up" -> PullResistance.PULL_UP;
            case "down" -> PullResistance.PULL_DOWN;
            default -> PullResistance.OFF;
        };
    }
}
