package io.mainswatch.localaws.ses;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hears what became of a mail, as SES's event publishing tells it ("Contents of event data", SES developer guide): an
 * object with {@code eventType} (Send, Delivery, Bounce, Complaint, Reject, DeliveryDelay), {@code mail}, and a member
 * named after the type. Whether the mail named a configuration set is in {@code mail.tags}, under {@code
 * ses:configuration-set}; SES would publish only where it did, here all events come.
 *
 * <p>Events were stored together with their mail and come in the order in which they happen, one at a time on one thread
 * of the mail service. A listener returns once it has the event in keeping of its own: an event counts as handed over
 * when all listeners have returned, and comes again to all of them, about a second later or after a restart, if one threw
 * or the process ended before. So an event may come twice, as on AWS.
 */
@FunctionalInterface
public interface FeedbackListener {

    /** @param event the listener's own to change */
    void feedback(ObjectNode event);
}
