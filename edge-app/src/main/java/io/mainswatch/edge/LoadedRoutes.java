package io.mainswatch.edge;

import io.mainswatch.edge.durable.KeptValues;
import io.mainswatch.edge.line.LineSetup;
import io.mainswatch.edge.line.Wire;
import io.mainswatch.edge.line.Wiring;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** The routes of the settings, loaded and never run: what they say of the lines, with what the cloud desired last. */
final class LoadedRoutes implements AutoCloseable {

    private final Main main = new Main();

    /** Loads them; a {@link SettingsException} if there are none, or lines or names collide. */
    LoadedRoutes(Settings settings) throws Exception {
        Properties properties = settings.asProperties();
        properties.remove(EdgeSettings.PRIVATE_KEY);
        properties.remove(EdgeSettings.PRIVATE_KEY_PASSWORD);
        main.setOverrideProperties(properties);
        main.addInitialProperty(Edge.ENVIRONMENT_MODE, "never");
        main.addInitialProperty("camel.component.kamelet.location", "file:" + settings.text(EdgeSettings.KAMELETS));
        main.configure().withRoutesIncludePattern(RouteFolder.pattern(settings));
        main.init();
        new DesiredState(
                context(), settings, new KeptValues(Path.of(settings.path(EdgeSettings.JOURNAL) + ".desired")));
    }

    List<LineSetup> inputs() {
        return LineSetup.all(context());
    }

    List<Wire.Output> outputs() {
        return Wiring.of(context()).wires().stream()
                .filter(Wire.Output.class::isInstance)
                .map(Wire.Output.class::cast)
                .toList();
    }

    private CamelContext context() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.shutdown();
    }
}
