package io.mainswatch.edge.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which events can be merged because a later one of the same input leaves its level as if they had not been. */
final class OppositeChanges {

    private OppositeChanges() {}

    /** How many events that wait must be looked at to find some for sure, with so many inputs. */
    static int window(int inputs) {
        return 2 * inputs + 1;
    }

    /**
     * The oldest two of an input that follow each other, the later one first; only the earlier one if both have the same
     * level. An input's newest event is never among them. Empty if there are none.
     *
     * @param waiting events in their order
     * @param newest each input's newest event
     */
    static List<Event> oldest(List<Event> waiting, Map<String, Event> newest) {
        Map<String, Event> before = new HashMap<>();
        for (Event event : waiting) {
            Event earlier = before.put(event.change().input(), event);
            if (earlier != null
                    && event.seq() != newest.get(event.change().input()).seq()) {
                return earlier.change().level() == event.change().level() ? List.of(earlier) : List.of(event, earlier);
            }
        }
        return List.of();
    }
}
