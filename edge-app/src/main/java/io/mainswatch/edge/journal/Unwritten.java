package io.mainswatch.edge.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the disk does not take for now: events with the highest numbers, and what has become of events. */
final class Unwritten {

    private final int bound;
    private final List<Event> events = new ArrayList<>();
    private final NavigableMap<Long, Settlement> settlements = new TreeMap<>();

    /** @param bound how many events are held at most; of more, those delivered go, and then opposite changes are merged */
    Unwritten(int bound) {
        this.bound = bound;
    }

    /** For logs. */
    @Override
    public String toString() {
        return events.size() + " events and " + settlements.size() + " answers";
    }

    /** Whether some were merged to make room for this one. */
    boolean hold(Event event, Map<String, Event> newest) {
        events.add(event);
        boolean merged = false;
        boolean roomMade = true;
        while (roomMade && events.size() > bound) {
            boolean forgotten = forgetDelivered(newest);
            boolean mergedNow = !forgotten && merge(newest);
            merged |= mergedNow;
            roomMade = forgotten || mergedNow;
        }
        return merged;
    }

    /** Whether the numbers of all events are within so many of each other. */
    boolean fits(int span) {
        return events.get(events.size() - 1).seq() - events.get(0).seq() < span;
    }

    void settle(long seq, Settlement settlement) {
        settlements.put(seq, settlement);
    }

    /** Up to this number every event has had its answer; zero if the disk knows it all. */
    long settledUpTo() {
        return settlements.isEmpty() ? 0 : settlements.lastKey();
    }

    Optional<Event> firstWaiting() {
        return waiting().stream().findFirst();
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    /** The oldest events, so many at most, with the state of when they were made. */
    List<Event> first(int limit) {
        return List.copyOf(events.subList(0, Math.min(limit, events.size())));
    }

    void removeFirst(int written) {
        events.subList(0, written).clear();
    }

    void writeSettlements(EventTable table) throws SQLException {
        for (Map.Entry<Long, Settlement> settlement : settlements.entrySet()) {
            table.settle(settlement.getKey(), settlement.getValue());
        }
    }

    void clear() {
        events.clear();
        settlements.clear();
    }

    private List<Event> waiting() {
        int first = 0;
        while (first < events.size() && events.get(first).seq() <= settledUpTo()) {
            first++;
        }
        return events.subList(first, events.size());
    }

    private boolean forgetDelivered(Map<String, Event> newest) {
        for (Event event : events.subList(0, events.size() - waiting().size())) {
            if (newest.get(event.change().input()).seq() != event.seq()) {
                events.remove(event);
                settlements.remove(event.seq());
                return true;
            }
        }
        return false;
    }

    /** The first that waits is left alone: it may be under way. */
    private boolean merge(Map<String, Event> newest) {
        List<Event> waiting = waiting();
        List<Event> merged =
                OppositeChanges.oldest(waiting.subList(Math.min(1, waiting.size()), waiting.size()), newest);
        merged.forEach(this::dissolve);
        return !merged.isEmpty();
    }

    private void dissolve(Event gone) {
        int place = events.indexOf(gone);
        events.remove(place);
        events.set(place, events.get(place).carrying(gone.merged() + 1));
        for (int i = place; i < events.size(); i++) {
            if (events.get(i).change().input().equals(gone.change().input())) {
                events.set(i, events.get(i).withDips(gone.change().dips()));
                return;
            }
        }
    }
}
