package io.mainswatch.edge.line;

import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.journal.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Header;

/**
 * Bean {@code flutter}: keeps a line that changes all the time from filling the journal and the owner's mailbox. The
 * change that is one too many within a minute goes on with {@code flutter}; those after it are only counted, until the
 * line has been quiet for a minute. Then one change says the level that the line has kept and how many were counted.
 *
 * <p>What is counted is in memory. After a restart the journal still knows that the line fluttered, so the first level
 * ends it; if the line goes on, it is noticed anew.
 */
public final class Flutter {

    private static final long MINUTE = 60_000;

    private final DeviceClock clock;
    private final Map<String, Line> lines = new HashMap<>();

    public Flutter(DeviceClock clock) {
        this.clock = clock;
    }

    /**
     * The change, if it is to be told; null if it is only counted.
     *
     * @param limit how many changes within a minute are told one by one; 0 for any number
     */
    public synchronized Change admit(@Body Change change, @Header("MainswatchFlutter") int limit) {
        return limit == 0
                ? change
                : lines.computeIfAbsent(change.input(), input -> new Line()).admit(change, limit);
    }

    /** One change for each line that has stopped to flutter: its level, since it has that, and what was counted. */
    public synchronized List<Change> over() {
        List<Change> over = new ArrayList<>();
        long now = clock.now().uptime();
        lines.values().stream().filter(line -> line.isOver(now)).forEach(line -> over.add(line.end()));
        return over;
    }

    /** What is remembered of a line. */
    private static final class Line {

        private final Deque<Long> times = new ArrayDeque<>();
        private Change newest;
        private boolean flutters;
        private int counted;

        Change admit(Change change, int limit) {
            boolean again = newest != null && newest.level() == change.level();
            if (again) {
                return flutters ? null : change;
            }
            Change told = isOver(change.at().uptime()) ? change.after(count()) : change;
            note(change);
            if (flutters) {
                counted += 1 + change.dips();
                return null;
            }
            forgetBefore(change.at().uptime() - MINUTE);
            flutters = times.size() > limit;
            return flutters ? new Change(told.input(), told.level(), told.at(), told.dips(), true) : told;
        }

        boolean isOver(long now) {
            return flutters && now - newest.at().uptime() >= MINUTE;
        }

        Change end() {
            int before = count();
            return new Change(newest.input(), newest.level(), newest.at(), before);
        }

        private int count() {
            int result = counted;
            counted = 0;
            flutters = false;
            return result;
        }

        private void note(Change change) {
            newest = change;
            times.addLast(change.at().uptime());
        }

        private void forgetBefore(long time) {
            while (times.peekFirst() <= time) {
                times.removeFirst();
            }
        }
    }
}
