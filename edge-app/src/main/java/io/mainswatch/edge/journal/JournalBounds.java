package io.mainswatch.edge.journal;

/**
 * How much the journal keeps at most.
 *
 * @param settled accepted events that stay as evidence, and as many parked ones; each input's newest stays anyway
 * @param waiting events on disk that wait for their answer; of more, the oldest opposite changes are merged
 * @param inMemory events that are held in memory while the disk takes none; of more, the same
 */
record JournalBounds(int settled, int waiting, int inMemory) {

    static final JournalBounds USUAL = new JournalBounds(1_000, 100_000, 10_000);
}
