package io.mainswatch.edge.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out at a start after which number the events go on, so that none is used twice. */
final class LastNumber {

    /** No device that has ever counted gets this far, so numbers from here on cannot have been used. */
    static final long CLEARLY_HIGHER = 1_000_000_000;

    /** A write-ahead log that is lost takes fewer events with it: SQLite empties it at 1,000 pages. */
    static final long LONGEST_TAIL = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(LastNumber.class);

    private final Path journal;
    private final InstantSource clock;

    LastNumber(Path journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The last number that can have been used.
     *
     * @param written the highest in the journal
     * @param highWater is raised to the result; where that fails, nobody knows what was given out since it failed first,
     *     and the result is one that grows with the clock
     * @param replaced whether the journal was damaged and may have lost its end
     */
    long after(long written, HighWater highWater, boolean replaced) {
        OptionalLong given = read(highWater);
        long known = Math.max(written, given.orElse(0));
        if (given.isEmpty() && written > 0 && !replaced) {
            known = written + LONGEST_TAIL;
        } else if (given.isEmpty() || replaced && given.getAsLong() == 0) {
            known = Math.max(known, clearlyHigher());
        }
        try {
            highWater.raise(known);
        } catch (IOException e) {
            known = Math.max(known, clearlyHigher());
            LOG.warn("The highest event number cannot be written beside the journal {} ({}).", journal, e.toString());
        }
        if (known > written) {
            LOG.warn(
                    "The journal {} ends at event {}; numbers go on after {}, so that none is used twice.",
                    journal,
                    written,
                    known);
        }
        return known;
    }

    private OptionalLong read(HighWater highWater) {
        try {
            return highWater.read();
        } catch (IOException e) {
            throw new JournalException(
                    "The file " + journal + ".seq cannot be read (" + e + "). Check who may read it, and the disk.",
                    e,
                    Health.SOUND);
        }
    }

    private long clearlyHigher() {
        return CLEARLY_HIGHER + Math.max(0, clock.instant().getEpochSecond());
    }
}
