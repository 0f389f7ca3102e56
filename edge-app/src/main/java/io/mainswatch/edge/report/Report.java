package io.mainswatch.edge.report;

import io.mainswatch.edge.journal.Event;
import io.mainswatch.edge.journal.Health;

/**
 * One report, ready to be sent.
 *
 * @param event the event it carries
 * @param occasion why it is told once more; {@link Occasion#NONE} when the event itself or the disk is the news
 * @param journal how the journal's disk was then
 * @param document what is published
 */
public record Report(Event event, Occasion occasion, Health journal, ShadowUpdate document) {

    boolean isNews() {
        return event.state() == Event.State.WAITING;
    }

    /** The token that pairs the answer with this report. */
    public String token() {
        return document.clientToken();
    }

    /** For logs. */
    @Override
    public String toString() {
        return isNews() ? event.toString() : "repeat of " + event;
    }
}
