package io.mainswatch.edge.check;

import com.pi4j.io.exception.IOException;
import io.mainswatch.edge.journal.Level;
import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.LineSetup;
import io.mainswatch.edge.line.NoGpioException;
import io.mainswatch.edge.line.NoLineException;
import io.mainswatch.edge.line.OpenLine;
import java.util.Optional;

/** Takes an input's line as its route does, and reads it. */
public final class InputCheck implements Check {

    private final LineSetup setup;
    private final Board board;
    private final Optional<RunningEdge> edge;

    public InputCheck(LineSetup setup, Board board, Optional<RunningEdge> edge) {
        this.setup = setup;
        this.board = board;
        this.edge = edge;
    }

    @Override
    public String name() {
        return "line " + setup.input().line();
    }

    @Override
    public Finding look() {
        if (edge.isPresent() && !board.isSimulated()) {
            return Finding.skipped("the running edge holds the line of " + setup.input() + ". To see its level here: "
                    + edge.get().stop());
        }
        try {
            String where = board.describe(setup.input().line());
            try (OpenLine line = board.open(setup, change -> {})) {
                Level level = line.level();
                return Finding.ok(setup.input() + " is " + level.word() + " (" + setup.electrical(level) + "; " + where
                        + ", pull " + setup.pull() + ", active-low " + setup.activeLow() + ")");
            }
        } catch (IOException | NoLineException | NoGpioException e) {
            return Finding.failed(setup.input() + ": " + e.getMessage(), "");
        }
    }
}
