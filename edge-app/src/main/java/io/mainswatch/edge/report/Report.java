package io.mainswatch.edge.report;

import io.mainswatch.edge.journal.Event;

/**
 * One report, ready to be sent.
 *
 * @param event the event it carries
 * @param occasion why it is told once more; {@link Occasion#NONE} when the event itself is the news
 * @param document what is published
 */
public record Report(Event event, Occasion occasion, ShadowUpdate document) {

    boolean isNews() {
        return occasion.equals(Occasion.NONE);
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
