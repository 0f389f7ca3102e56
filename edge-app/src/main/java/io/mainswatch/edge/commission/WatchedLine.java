package io.mainswatch.edge.commission;

import io.mainswatch.edge.journal.Level;
import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.HeaderPin;
import io.mainswatch.edge.line.LineSetup;
import io.mainswatch.edge.line.OpenLine;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The line of the input that is commissioned, with every change of it in the order in which it came. */
final class WatchedLine implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final BlockingQueue<OpenLine.Seen> changes = new LinkedBlockingQueue<>();
    private final LineSetup setup;
    private final Duration limit;
    private final Consumer<String> screen;
    private final OpenLine line;

    /**
     * @param limit how long to wait for somebody to pull a plug
     * @param screen is told of each change
     */
    WatchedLine(Board board, LineSetup setup, Duration limit, Consumer<String> screen) {
        this.screen = screen;
        this.setup = setup;
        this.limit = limit;
        this.line = board.open(setup, changes::add);
    }

    Level level() {
        return line.level();
    }

    /** Waits until the line has left the level and another one has held for as long as the edge demands. */
    Turn awaitTurn(Level from) throws InterruptedException, CommissioningException {
        long end = System.nanoTime() + limit.toNanos();
        OpenLine.Seen last = null;
        int seen = 0;
        while (System.nanoTime() < end) {
            boolean turned = last != null && last.level() != from;
            long until = turned ? Math.min(end, last.nanoTime() + setup.hold().toNanos()) : end;
            OpenLine.Seen next = changes.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null) {
                last = next;
                seen++;
                screen.accept("  " + TIME.format(LocalTime.now()) + "  "
                        + next.level().word());
            } else if (turned
                    && System.nanoTime() - last.nanoTime() >= setup.hold().toNanos()) {
                return new Turn(last.nanoTime(), seen - 1);
            }
        }
        throw seen == 0 ? still(from) : restless(seen);
    }

    private CommissioningException still(Level level) {
        return new CommissioningException("The line has not moved in " + words(limit) + "; it still says "
                + level.word() + " (" + setup.electrical(level) + "). -> See that the sensor's wire is on "
                + HeaderPin.of(setup.input().line()) + " and its ground on a ground pin, and that "
                + setup.input() + " is on that line (mainswatch.input."
                + setup.input().name() + ".line = "
                + setup.input().line() + "). " + pull());
    }

    private String pull() {
        return setup.pull().equals("off")
                ? "The pull resistor is off: a contact or an optocoupler needs one, mainswatch.input."
                        + setup.input().name() + ".pull = up (switching to ground) or down."
                : "The pull resistor is " + setup.pull() + ": the sensor must pull the line the other way.";
    }

    private CommissioningException restless(int seen) {
        return new CommissioningException("The line changed " + seen + " times in " + words(limit)
                + ", but held no new level for " + words(setup.hold())
                + ". -> Look for a loose wire; a line that nothing"
                + " drives needs a pull resistor (mainswatch.input."
                + setup.input().name() + ".pull = "
                + setup.pull() + ").");
    }

    /** As an owner says it. */
    static String words(Duration time) {
        if (time.toSecondsPart() == 0 && time.toMillisPart() == 0 && time.toMinutes() > 0) {
            return time.toMinutes() + " min";
        }
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    @Override
    public void close() {
        line.close();
    }
}
