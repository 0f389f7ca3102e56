package io.mainswatch.edge.journal;

import io.mainswatch.edge.journal.Event.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in their order. What {@link #append} has returned is on disk and survives the process and the power: in the
 * journal, or in a {@link Reserve} while the disk is full. What neither takes (more events than the reserve has room for, a
 * disk that takes no writes at all) is held in memory, in its order and with its number, and written as soon as that works
 * again; {@link #health} says so meanwhile. No number is used twice even if that memory is lost.
 *
 * <p>Every method may be called from any thread, and throws {@link JournalException} if what is on disk cannot be read.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final int BATCH = 100;

    private final Path path;
    private final JournalFile file;
    private final HighWater highWater;
    private final JournalBounds bounds;
    private final Unwritten unwritten;
    private final Reserve reserve;
    private final Map<String, Event> newest = new HashMap<>();
    private final Map<String, Event> newestSettled = new HashMap<>();
    private Health health = Health.SOUND;
    private boolean numbersKept = true;
    private boolean merging;
    private long last;

    /** Opens the file, or begins it. The clock names copies of damaged files. */
    public Journal(Path path, InstantSource clock) {
        this(path, clock, JournalBounds.USUAL);
    }

    Journal(Path path, InstantSource clock, JournalBounds bounds) {
        this.path = path;
        this.bounds = bounds;
        unwritten = new Unwritten(bounds.inMemory());
        file = new JournalFile(path, clock);
        highWater = new HighWater(Path.of(path + ".seq"));
        reserve = new Reserve(Path.of(path + ".held"));
        List<Event> reserved = takeUpReserve();
        writeHeld();
        long highest = Math.max(
                highestOnDisk(), reserved.stream().mapToLong(Event::seq).max().orElse(0));
        last = new LastNumber(path, clock).after(highest, highWater, file.replaced());
        remember();
        reserved.forEach(event -> newest.put(event.change().input(), event));
    }

    private long highestOnDisk() {
        return file.read(connection -> new EventTable(connection).highestNumber());
    }

    /** What an earlier process could not bring into the journal any more. */
    private List<Event> takeUpReserve() {
        try {
            long highest = highestOnDisk();
            List<Event> reserved = reserve.read().stream()
                    .filter(event -> event.seq() > highest)
                    .toList();
            reserved.forEach(event -> unwritten.hold(event, newest));
            reserve.prepare();
            return reserved;
        } catch (IOException e) {
            LOG.warn("There is no room beside the journal {} for events of times when the disk is full ({}).", path, e);
            return List.of();
        }
    }

    private void remember() {
        file.read(connection -> {
            EventTable table = new EventTable(connection);
            table.newestOfEachInput().forEach(event -> newest.put(event.change().input(), event));
            table.newestSettledOfEachInput()
                    .forEach(event -> newestSettled.put(event.change().input(), event));
            return null;
        });
    }

    /** Whether the input has another level than in its newest event, or none yet, or begins or stops to flutter. */
    public synchronized boolean isNews(Change change) {
        Event before = newest.get(change.input());
        return before == null
                || before.change().level() != change.level()
                || before.change().flutter() != change.flutter();
    }

    /** Numbers the change and puts it on disk, or holds it in memory while the disk does not take it. */
    public synchronized Event append(Change change) {
        writeHeld();
        Event event = new Event(last + 1, change, State.WAITING);
        newest.put(change.input(), event);
        boolean written = health == Health.SOUND
                && tryToWrite(table -> {
                    table.insert(event);
                    mergeBeyondBound(table);
                });
        keepNumber(event.seq());
        last = event.seq();
        if (!written) {
            hold(event);
        }
        return event;
    }

    private void hold(Event event) {
        if (unwritten.hold(event, newest)) {
            sayMerging(bounds.inMemory());
        }
        if (unwritten.fits(Reserve.EVENTS)) {
            try {
                reserve.keep(event);
            } catch (IOException e) {
                LOG.debug("{} is in memory only", event, e);
            }
        }
    }

    /** The first event that still waits for its answer. */
    public synchronized Optional<Event> head() {
        List<Event> onDisk = file.read(connection -> new EventTable(connection).waiting(unwritten.settledUpTo(), 1));
        Optional<Event> first = onDisk.stream().findFirst().or(unwritten::firstWaiting);
        merging &= first.isPresent();
        return first;
    }

    /** The newest event of each input that has had its answer, the newest of all first. */
    public synchronized List<Event> latest() {
        return newestSettled.values().stream()
                .sorted(Comparator.comparingLong(Event::seq).reversed())
                .toList();
    }

    /** AWS has it. Older accepted events beyond the last 1,000 go, but never an input's newest. */
    public synchronized void accepted(Event event) {
        settle(event, Settlement.ACCEPTED);
    }

    /** AWS will never take it as it is: it is kept with the cause, and the next one may go. As many as of the accepted. */
    public synchronized void park(Event event, String cause) {
        settle(event, Settlement.parked(cause));
    }

    private void settle(Event event, Settlement settlement) {
        Event settled = event.settled(settlement.state());
        newestSettled.merge(event.change().input(), settled, (before, now) -> before.seq() > now.seq() ? before : now);
        writeHeld();
        boolean written = health == Health.SOUND
                && tryToWrite(table -> {
                    table.settle(event.seq(), settlement);
                    table.prune(settlement.state(), bounds.settled());
                });
        if (!written) {
            unwritten.settle(event.seq(), settlement);
        }
    }

    /** How the disk is: sound, or why something is in memory only. */
    public synchronized Health health() {
        return health;
    }

    /** Tries to write what is held; does nothing if nothing is. */
    public synchronized void writeHeld() {
        if (health == Health.SOUND && file.isOpen() && !unwritten.hasEvents()) {
            return;
        }
        String held = unwritten.toString();
        boolean written = writeEvents()
                && tryToWrite(table -> {
                    unwritten.writeSettlements(table);
                    table.prune(State.ACCEPTED, bounds.settled());
                    table.prune(State.PARKED, bounds.settled());
                    mergeBeyondBound(table);
                });
        if (written) {
            unwritten.clear();
            if (health != Health.SOUND) {
                LOG.info("The journal {} can be written again: {} that were held are in it.", path, held);
            }
            health = Health.SOUND;
        }
    }

    /** Some at a time, so that an attempt that fails costs little. */
    private boolean writeEvents() {
        boolean written = true;
        while (written && unwritten.hasEvents()) {
            List<Event> batch = unwritten.first(BATCH);
            written = tryToWrite(table -> {
                for (Event event : batch) {
                    table.insert(event);
                }
            });
            if (written) {
                unwritten.removeFirst(batch.size());
                forget(batch);
            }
        }
        return written;
    }

    private void forget(List<Event> written) {
        try {
            reserve.forget(written);
        } catch (IOException e) {
            LOG.debug("What the journal has is in the reserve, too; that harms nobody", e);
        }
    }

    /** The first that waits is left alone: it may be under way. */
    private void mergeBeyondBound(EventTable table) throws SQLException {
        long waiting = table.waiting();
        if (waiting > bounds.waiting()) {
            sayMerging(bounds.waiting());
        }
        List<Event> first = table.waiting(0, 1);
        while (waiting > bounds.waiting()) {
            List<Event> window = table.waiting(first.get(0).seq(), OppositeChanges.window(newest.size()));
            List<Event> merged = OppositeChanges.oldest(window, newest);
            for (Event event : merged) {
                table.dissolve(event);
            }
            waiting = merged.isEmpty() ? 0 : waiting - merged.size();
        }
    }

    /** Once until nothing waits any more. */
    private void sayMerging(int bound) {
        if (!merging) {
            LOG.warn(
                    "More than {} events wait: of the oldest, opposite changes of an input are merged and only counted,"
                            + " until reports are accepted again.",
                    bound);
        }
        merging = true;
    }

    /** Whether the disk took it; if not, the log says so once. */
    private boolean tryToWrite(Writing writing) {
        try {
            file.write(connection -> {
                writing.run(new EventTable(connection));
                return null;
            });
            return true;
        } catch (JournalException e) {
            if (e.health() == Health.SOUND) {
                throw e;
            }
            if (health == Health.SOUND) {
                LOG.warn("{} Until then events are held beside it, and reported as ever.", e.getMessage());
            }
            health = e.health();
            return false;
        }
    }

    private void keepNumber(long number) {
        try {
            highWater.raise(number);
            numbersKept = true;
        } catch (IOException e) {
            if (numbersKept) {
                LOG.warn("The highest event number could not be written beside the journal ({}).", e.toString());
            }
            numbersKept = false;
        }
    }

    /** Writes what is held, if possible, and closes the file; what is in it stays. */
    @Override
    public synchronized void close() throws SQLException {
        writeHeld();
        file.close();
    }

    /** Statements on the table of events. */
    @FunctionalInterface
    private interface Writing {
        void run(EventTable table) throws SQLException;
    }
}
