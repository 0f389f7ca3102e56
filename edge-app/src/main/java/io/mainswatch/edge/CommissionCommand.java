package io.mainswatch.edge;

import io.mainswatch.edge.check.RunningEdge;
import io.mainswatch.edge.check.ShadowSession;
import io.mainswatch.edge.commission.Commissioned;
import io.mainswatch.edge.commission.Commissioning;
import io.mainswatch.edge.commission.CommissioningException;
import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.Gpio;
import io.mainswatch.edge.line.LineSetup;
import io.mainswatch.edge.line.NoGpioException;
import io.mainswatch.edge.line.NoLineException;
import io.mainswatch.edge.report.Device;
import io.mainswatch.edge.thing.VisitException;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code edge-app commission}: puts the walk together from the settings. */
final class CommissionCommand {

    private final Settings settings;
    private final InstantSource clock;
    private final Duration limit;

    /** @param limit how long to wait for somebody to pull a plug */
    CommissionCommand(Settings settings, InstantSource clock, Duration limit) {
        this.settings = settings;
        this.clock = clock;
        this.limit = limit;
    }

    /** Walks; 0 if the device is commissioned, else 1. */
    int run(Errand errand, PrintStream out) throws InterruptedException {
        String thing = settings.text(EdgeSettings.THING_NAME);
        EndpointSettings endpoint = new EndpointSettings(settings);
        Gpio gpio = new Gpio(Path.of("/dev"), settings.path(EdgeSettings.SIMULATED_LINES));
        try (Board board = new Board(gpio, settings.text(EdgeSettings.GPIO));
                ShadowSession session = new ShadowSession(endpoint::endpoint)) {
            refuseBeside(RunningEdge.of(Path.of("/proc"), settings.path(EdgeSettings.JOURNAL)));
            LineSetup setup = setup(errand.input());
            String app =
                    Device.here(() -> settings.time(EdgeSettings.HEARTBEAT)).app();
            Commissioned result =
                    new Commissioning(setup, thing, app, clock, limit, out::println).walk(board, session.visit());
            sum(out, thing, setup, result);
            return 0;
        } catch (CommissioningException | VisitException | NoLineException | NoGpioException e) {
            out.println();
            out.println("Not commissioned. " + e.getMessage());
            return EdgeApp.FAILED;
        }
    }

    private static void refuseBeside(Optional<RunningEdge> edge) throws CommissioningException {
        if (edge.isPresent()) {
            throw new CommissioningException("The edge is running (process "
                    + edge.get().pid() + "); it holds the line and the thing's name. -> "
                    + edge.get().stop() + ", commission, start it again.");
        }
    }

    private LineSetup setup(String input) throws CommissioningException {
        try (LoadedRoutes routes = new LoadedRoutes(settings)) {
            return routes.inputs().stream()
                    .filter(setup -> setup.input().name().equals(input))
                    .findFirst()
                    .orElseThrow(
                            () -> new CommissioningException("No route reads an input " + input + ". -> There are: "
                                    + routes.inputs().stream()
                                            .map(setup -> setup.input().name())
                                            .collect(Collectors.joining(", "))
                                    + " (--input NAME)."));
        } catch (SettingsException | CommissioningException e) {
            throw e;
        } catch (Exception e) {
            throw new CommissioningException("The routes cannot be loaded: " + RouteTrouble.rootCause(e)
                    + ". -> ./mainswatch check names file, line and remedy.");
        }
    }

    private static void sum(PrintStream out, String thing, LineSetup setup, Commissioned result) {
        out.println();
        out.println(
                "Commissioned: " + thing + ", " + setup.input() + ". It stands in the shadow (reported.commissioned).");
        out.println("What the owners get: a mail when it goes off, which AWS knows " + result.lossMs()
                + " ms after the line feels it, and a mail when it is back (" + result.backMs() + " ms).");
        out.println("What they do not get: anything that lasts less than "
                + setup.hold().toMillis() + " ms; the reports count it. Bounces seen now: " + result.bounces() + ".");
        out.println("Now start the edge: systemctl start mainswatch-edge (or ./mainswatch edge).");
    }
}
