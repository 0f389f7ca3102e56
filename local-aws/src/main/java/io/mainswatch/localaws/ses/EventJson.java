package io.mainswatch.localaws.ses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.ses.Happening.Bounce;
import io.mainswatch.localaws.ses.Happening.Complaint;
import io.mainswatch.localaws.ses.Happening.Delivery;
import io.mainswatch.localaws.ses.Happening.DeliveryDelay;
import io.mainswatch.localaws.ses.Happening.Planned;
import io.mainswatch.localaws.ses.Happening.Reject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.UUID;

/** An event as SES publishes it ("Examples of event data", SES developer guide). */
final class EventJson {

    private static final String MAIL_SERVER = "local-aws.localhost";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private EventJson() {}

    /**
     * @param mail see {@link MailJson}
     * @param sentAt when SES took it
     */
    static ObjectNode of(ObjectNode mail, Instant sentAt, Planned planned) {
        String type = planned.what().type();
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("eventType", type);
        event.set("mail", mail);
        describe(
                event.putObject(Character.toLowerCase(type.charAt(0)) + type.substring(1)),
                planned.what(),
                sentAt,
                planned.at());
        return event;
    }

    static String time(Instant at) {
        return MILLIS.format(at);
    }

    private static void describe(ObjectNode body, Happening what, Instant sentAt, Instant at) {
        if (what instanceof Reject reject) {
            body.put("reason", reject.reason());
        } else if (what instanceof Delivery delivery) {
            delivery(body, delivery, sentAt, at);
        } else if (what instanceof Bounce bounce) {
            bounce(body, bounce, at);
        } else if (what instanceof Complaint complaint) {
            complaint(body, complaint, at);
        } else if (what instanceof DeliveryDelay delay) {
            delay(body, delay, at);
        }
    }

    private static void delivery(ObjectNode body, Delivery delivery, Instant sentAt, Instant at) {
        body.put("timestamp", time(at));
        body.put("processingTimeMillis", Duration.between(sentAt, at).toMillis());
        body.putArray("recipients").add(delivery.recipient());
        body.put("smtpResponse", "250 2.6.0 Message received");
        body.put("reportingMTA", MAIL_SERVER);
    }

    private static void bounce(ObjectNode body, Bounce bounce, Instant at) {
        BounceReason reason = bounce.reason();
        body.put("feedbackId", feedbackId(at));
        body.put("bounceType", reason.type());
        body.put("bounceSubType", reason.subType());
        ObjectNode recipient = one(body.putArray("bouncedRecipients"), bounce.recipient());
        reason.status().ifPresent(status -> recipient.put("action", "failed").put("status", status));
        reason.diagnosticCode().ifPresent(code -> recipient.put("diagnosticCode", code));
        body.put("timestamp", time(at));
        body.put("reportingMTA", "dsn; " + MAIL_SERVER);
    }

    private static void complaint(ObjectNode body, Complaint complaint, Instant at) {
        body.put("feedbackId", feedbackId(at));
        body.putNull("complaintSubType");
        one(body.putArray("complainedRecipients"), complaint.recipient());
        body.put("timestamp", time(at));
        body.put("complaintFeedbackType", "abuse");
        body.put("arrivalDate", time(at));
    }

    private static void delay(ObjectNode body, DeliveryDelay delay, Instant at) {
        body.put("delayType", "TransientCommunicationFailure");
        one(body.putArray("delayedRecipients"), delay.recipient())
                .put("status", "4.4.1")
                .put("diagnosticCode", "smtp; 421 4.4.1 Unable to connect to remote host");
        body.put("expirationTime", time(delay.expires()));
        body.put("timestamp", time(at));
        body.put("reportingMTA", MAIL_SERVER);
    }

    private static ObjectNode one(ArrayNode recipients, String address) {
        return recipients.addObject().put("emailAddress", address);
    }

    private static String feedbackId(Instant at) {
        return "%016x-%s-000000".formatted(at.toEpochMilli(), UUID.randomUUID());
    }
}
