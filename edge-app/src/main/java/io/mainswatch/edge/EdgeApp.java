package io.mainswatch.edge;

import io.mainswatch.edge.journal.JournalException;
import io.mainswatch.edge.line.NoGpioException;
import io.mainswatch.edge.liveness.End;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import io.mainswatch.settings.SettingsReader;
import java.nio.file.Path;
import java.security.Security;
import java.util.Map;

/** The program on the Pi: {@code edge-app [--config FILE]}. */
public final class EdgeApp {

    /** The configuration cannot be used; nothing was started. */
    private static final int MISCONFIGURED = 2;

    /** The routes cannot be started. */
    private static final int FAILED = 1;

    private EdgeApp() {}

    public static void main(String[] arguments) {
        // A name that could not be resolved is asked for again by the next attempt, whatever the machine's default is.
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
        System.exit(run(arguments, System.getenv()));
    }

    private static int run(String[] arguments, Map<String, String> environment) {
        if (arguments.length != 0 && !(arguments.length == 2 && arguments[0].equals("--config"))) {
            System.err.println("usage: edge-app [--config FILE]   (default " + EdgeSettings.FILE + ")");
            return MISCONFIGURED;
        }
        Path config = Path.of(arguments.length == 0 ? EdgeSettings.FILE : arguments[1]);
        try {
            return serve(new SettingsReader(new EdgeSettings(), environment).read(config));
        } catch (SettingsException | NoGpioException | JournalException e) {
            System.err.println(e.getMessage());
            return MISCONFIGURED;
        } catch (Exception e) {
            System.err.println("The edge cannot start: " + RouteTrouble.rootCause(e));
            System.err.println("./mainswatch check names what is wrong in routes and configuration.");
            return FAILED;
        }
    }

    private static int serve(Settings settings) throws Exception {
        try (Edge edge = new Edge(settings)) {
            edge.run(() -> System.out.println(
                    "ready: edge of " + settings.text(EdgeSettings.THING_NAME) + ", reading its lines"));
            return edge.isDeaf() ? End.DEAF : 0;
        }
    }
}
