package io.mainswatch.localaws.console;

import io.mainswatch.localaws.lines.Line;
import io.mainswatch.localaws.lines.SimulatedLines;
import io.mainswatch.localaws.store.Changes;
import io.vertx.core.Vertx;
import java.util.List;

/** Notices that a line was switched by somebody else, who only writes a file. */
public final class LineWatch {

    private static final long EVERY_MILLIS = 500;

    private final Vertx vertx;
    private final SimulatedLines lines;
    private final Changes changes;
    private volatile List<Line> last = List.of();

    public LineWatch(Vertx vertx, SimulatedLines lines, Changes changes) {
        this.vertx = vertx;
        this.lines = lines;
        this.changes = changes;
    }

    /** A folder that cannot be read is no news here: the console's own call for the lines says so. */
    public void start() {
        vertx.setPeriodic(
                EVERY_MILLIS, timer -> vertx.executeBlocking(lines::list).onSuccess(this::compare));
    }

    private void compare(List<Line> now) {
        if (!now.equals(last)) {
            last = now;
            changes.announce(Changes.Kind.LINES);
        }
    }
}
