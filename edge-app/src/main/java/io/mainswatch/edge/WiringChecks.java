package io.mainswatch.edge;

import io.mainswatch.edge.check.Check;
import io.mainswatch.edge.check.Finding;
import io.mainswatch.edge.check.InputCheck;
import io.mainswatch.edge.check.Known;
import io.mainswatch.edge.check.LiveCheck;
import io.mainswatch.edge.check.OutputCheck;
import io.mainswatch.edge.check.RunningEdge;
import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.LineSetup;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps that look at lines: one for each that a route reads or drives. */
final class WiringChecks {

    /** How long levels are shown to somebody at a terminal. */
    static final Duration LIVE = Duration.ofSeconds(15);

    private final Settings settings;
    private final Board board;
    private final Optional<RunningEdge> edge;

    WiringChecks(Settings settings, Board board, Optional<RunningEdge> edge) {
        this.settings = settings;
        this.board = board;
        this.edge = edge;
    }

    /** The steps; a {@link SettingsException} if there are no routes, or lines or names collide. */
    List<Check> checks(Duration watch, Consumer<String> screen) {
        try (LoadedRoutes routes = new LoadedRoutes(settings)) {
            List<LineSetup> inputs = routes.inputs();
            List<Check> checks = new ArrayList<>();
            inputs.forEach(input -> checks.add(new InputCheck(input, board, edge)));
            routes.outputs().forEach(output -> checks.add(new OutputCheck(output, board)));
            if (inputs.isEmpty()) {
                checks.add(new Known(
                        "inputs", Finding.failed("no route reads a line", "see routes/edge/input-power.camel.yaml")));
            } else if (!watch.isZero()) {
                checks.add(new LiveCheck(inputs, board, watch, screen));
            }
            return checks;
        } catch (SettingsException e) {
            throw e;
        } catch (Exception e) {
            return List.of(new Known(
                    "routes",
                    Finding.failed(
                            "cannot be loaded: " + RouteTrouble.rootCause(e),
                            "./mainswatch check names file, line and remedy")));
        }
    }
}
