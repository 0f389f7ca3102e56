package io.mainswatch.edge.check;

import io.mainswatch.edge.line.Board;
import io.mainswatch.edge.line.LineSetup;
import io.mainswatch.edge.line.NoLineException;
import io.mainswatch.edge.line.OpenLine;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows each change of the inputs' lines for a while, so that whoever pulls the plug sees it. */
public final class LiveCheck implements Check {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final List<LineSetup> setups;
    private final Board board;
    private final Duration time;
    private final Consumer<String> screen;

    /** @param screen takes a line of text for each change */
    public LiveCheck(List<LineSetup> setups, Board board, Duration time, Consumer<String> screen) {
        this.setups = List.copyOf(setups);
        this.board = board;
        this.time = time;
        this.screen = screen;
    }

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public Set<String> needs() {
        return setups.stream().map(setup -> "line " + setup.input().line()).collect(Collectors.toSet());
    }

    @Override
    public Finding look() throws InterruptedException {
        BlockingQueue<OpenLine.Seen> changes = new LinkedBlockingQueue<>();
        List<OpenLine> lines = new ArrayList<>();
        try {
            for (LineSetup setup : setups) {
                OpenLine line = board.open(setup, changes::add);
                lines.add(line);
                screen.accept("      " + setup.input() + " is " + line.level().word());
            }
            screen.accept("      Pull the plug and see it here; " + time.toSeconds() + " s ...");
            return Finding.ok(show(changes));
        } catch (NoLineException e) {
            return Finding.failed(e.getMessage(), "");
        } finally {
            lines.forEach(OpenLine::close);
        }
    }

    private String show(BlockingQueue<OpenLine.Seen> changes) throws InterruptedException {
        Map<String, Integer> counts = new HashMap<>();
        long end = System.nanoTime() + time.toNanos();
        OpenLine.Seen seen = changes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        while (seen != null) {
            counts.merge(seen.setup().input().name(), 1, Integer::sum);
            screen.accept("      " + TIME.format(ZonedDateTime.now()) + "  "
                    + seen.setup().input() + " is " + seen.level().word());
            seen = changes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return setups.stream()
                .map(setup -> setup.input().name() + " changed "
                        + counts.getOrDefault(setup.input().name(), 0) + " times")
                .collect(Collectors.joining(", ", "", " in " + time.toSeconds() + " s"));
    }
}
