package io.mainswatch.edge.check;

import com.pi4j.io.exception.IOException;
import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.NoGpioException;
import io.mainswatch.edge.line.Wire;

/** Asks about an output's line without taking it: to take it would drive what hangs on it. */
public final class OutputCheck implements Check {

    private final Wire.Output output;
    private final Board board;

    public OutputCheck(Wire.Output output, Board board) {
        this.output = output;
        this.board = board;
    }

    @Override
    public String name() {
        return "line " + output.line();
    }

    @Override
    public Finding look() {
        try {
            return Finding.ok(output + ": " + board.describe(output.line()) + "; not touched");
        } catch (IOException | NoGpioException e) {
            return Finding.failed(output + ": " + e.getMessage(), "");
        }
    }
}
