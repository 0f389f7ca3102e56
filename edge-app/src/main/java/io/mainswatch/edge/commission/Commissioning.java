package io.mainswatch.edge.commission;

import io.mainswatch.edge.check.Finding;
import io.mainswatch.edge.check.UpdateCheck;
import io.mainswatch.edge.journal.Level;
import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.HeaderPin;
import io.mainswatch.edge.line.LineSetup;
import io.mainswatch.edge.report.Outcome;
import io.mainswatch.edge.report.ShadowVisit;
import io.mainswatch.edge.thing.VisitException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The walk: unplug, plug back. Nothing of it stays in the shadow but its result. */
public final class Commissioning {

    private static final String CHECK = "check";

    private final LineSetup setup;
    private final String thing;
    private final String app;
    private final InstantSource clock;
    private final Duration limit;
    private final Consumer<String> screen;

    /**
     * @param app name and version of this program
     * @param limit how long to wait for somebody to pull a plug
     * @param screen takes lines of text
     */
    public Commissioning(
            LineSetup setup, String thing, String app, InstantSource clock, Duration limit, Consumer<String> screen) {
        this.setup = setup;
        this.thing = thing;
        this.app = app;
        this.clock = clock;
        this.limit = limit;
        this.screen = screen;
    }

    /** Walks, and stores the result in the reported state. */
    public Commissioned walk(Board board, ShadowVisit visit) throws CommissioningException, InterruptedException {
        try (WatchedLine line = new WatchedLine(board, setup, limit, screen)) {
            return walk(line, visit);
        } catch (VisitException e) {
            throw new CommissioningException(e.getMessage(), e);
        }
    }

    private Commissioned walk(WatchedLine line, ShadowVisit visit)
            throws CommissioningException, InterruptedException, VisitException {
        Level plugged = line.level();
        screen.accept(setup.input() + ", " + HeaderPin.of(setup.input().line()) + ", says " + plugged.word() + " ("
                + setup.electrical(plugged) + ", pull " + setup.pull() + ", active-low " + setup.activeLow() + ").");
        if (plugged == Level.OFF) {
            screen.accept("If the plug is out, put it in first and begin again (Ctrl-C).");
        }
        screen.accept("");
        screen.accept("Pull the plug of " + setup.input().name() + " now. (Nothing to press; I wait for "
                + WatchedLine.words(limit) + ".)");
        Turn out = line.awaitTurn(plugged);
        if (plugged == Level.OFF) {
            throw inverted();
        }
        long lossMs = tell(visit, out, Level.OFF);
        screen.accept("");
        screen.accept("Plug it back now.");
        Turn back = line.awaitTurn(Level.OFF);
        long backMs = tell(visit, back, Level.ON);
        Commissioned result = new Commissioned(
                clock.millis(),
                app,
                setup.input().name(),
                lossMs,
                backMs,
                out.bounces() + back.bounces(),
                setup.activeLow());
        Map<String, Object> members = new HashMap<>();
        members.put("commissioned", result.members());
        report(visit, members);
        return result;
    }

    /** Reports a change, as a test, and takes it back; milliseconds from the line's change to its acceptance. */
    private long tell(ShadowVisit visit, Turn turn, Level level)
            throws CommissioningException, InterruptedException, VisitException {
        screen.accept("  held for " + WatchedLine.words(setup.hold()) + ", bounces: " + turn.bounces());
        try {
            report(
                    visit,
                    Map.of(
                            CHECK,
                            Map.of(
                                    "at",
                                    clock.millis(),
                                    "app",
                                    app,
                                    setup.input().name(),
                                    level.word())));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - turn.since());
            screen.accept("  AWS has it " + millis + " ms after the line changed");
            return millis;
        } finally {
            report(visit, Collections.singletonMap(CHECK, null));
        }
    }

    private void report(ShadowVisit visit, Map<String, Object> members)
            throws CommissioningException, InterruptedException, VisitException {
        Outcome outcome = visit.report(members);
        if (!(outcome instanceof Outcome.Accepted)
                && UpdateCheck.refused(outcome, thing) instanceof Finding.Failed failed) {
            throw new CommissioningException(failed.what() + ". -> " + failed.remedy());
        }
    }

    private CommissioningException inverted() {
        return new CommissioningException("The line says on while the plug is out, and said off before: it is the wrong"
                + " way round. -> Set mainswatch.input." + setup.input().name() + ".active-low = "
                + !setup.activeLow() + " and commission again.");
    }
}
