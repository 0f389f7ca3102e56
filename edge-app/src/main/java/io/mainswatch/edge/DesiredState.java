package io.mainswatch.edge;

import io.mainswatch.edge.desired.Adjustable;
import io.mainswatch.edge.desired.AdjustableSettings;
import io.mainswatch.edge.desired.Desires;
import io.mainswatch.edge.desired.HeartbeatTimer;
import io.mainswatch.edge.desired.Refusals;
import io.mainswatch.edge.durable.KeptValues;
import io.mainswatch.edge.line.InputLines;
import io.mainswatch.edge.line.Wire;
import io.mainswatch.edge.line.Wiring;
import io.mainswatch.edge.line.WiringRules;
import io.mainswatch.edge.output.InitialLevel;
import io.mainswatch.edge.output.OutputOpened;
import io.mainswatch.edge.output.Outputs;
import io.mainswatch.edge.report.PropertyNames;
import io.mainswatch.edge.report.Reports;
import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** Puts together what the cloud can desire of this device: reports, settings and outputs. */
final class DesiredState {

    private static final String HOLD = "hold";
    private static final String HEARTBEAT = "heartbeat";

    /** The input that the setting {@code hold} is about. */
    private static final String MAINS = "power";

    private final CamelContext context;
    private final KeptValues kept;
    private final Wiring wiring;
    private final InputLines lines;
    private final AdjustableSettings adjustable;

    /**
     * Reads the wiring of the loaded routes and makes what was desired before go before the configuration; a
     * {@link SettingsException} if names or lines collide.
     */
    DesiredState(CamelContext context, Settings settings, KeptValues kept) {
        this.context = context;
        this.kept = kept;
        this.wiring = Wiring.of(context);
        List<Problem> problems = WiringRules.check(wiring);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        lines = new InputLines(context, wiring);
        adjustable = new AdjustableSettings(
                List.of(
                        adjustable(HOLD, EdgeSettings.HOLD, settings, hold -> lines.hold(MAINS, hold)),
                        adjustable(HEARTBEAT, EdgeSettings.HEARTBEAT, settings, new HeartbeatTimer(context)::every)),
                kept);
        Properties values = settings.asProperties();
        values.putAll(adjustable.overrides());
        context.getPropertiesComponent().setOverrideProperties(values);
    }

    private static Adjustable adjustable(String name, String key, Settings settings, Consumer<Duration> effect) {
        return new Adjustable(name, key, EdgeSettings.range(key), settings.time(key), effect);
    }

    /** The time between heartbeats that counts now. */
    Duration heartbeat() {
        return adjustable.time(HEARTBEAT);
    }

    /** Where the level of each input is reported. */
    PropertyNames properties() {
        return new PropertyNames(
                wiring.inputs().stream().collect(Collectors.toMap(Wire.Input::name, Wire.Input::property)));
    }

    /** Gives the routes their beans, and the reports their members. */
    void bind(Reports reports) {
        Refusals refusals = new Refusals(reports::changed);
        Outputs outputs = new Outputs(wiring.outputs(), kept);
        context.getPropertiesComponent().addPropertiesFunction(new InitialLevel(outputs));
        context.getManagementStrategy().addEventNotifier(new OutputOpened(outputs, reports::changed));
        Registry registry = context.getRegistry();
        registry.bind("inputLines", lines);
        registry.bind("settings", adjustable);
        registry.bind("outputs", outputs);
        registry.bind("refusals", refusals);
        registry.bind("desires", new Desires(wiring.outputs(), adjustable, refusals));
        reports.include("outputs", outputs::asReported);
        reports.include("settings", adjustable::asReported);
        reports.include("refused", refusals::asReported);
    }
}
