package io.mainswatch.localaws.ses;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;

/** Sends short mails and remembers what is told of them. */
public final class SesProbe implements FeedbackListener {

    /** The EICAR test file, which SES takes for a virus. */
    public static final String VIRUS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final List<ObjectNode> heard = new CopyOnWriteArrayList<>();

    @Override
    public void feedback(ObjectNode event) {
        heard.add(event);
    }

    /** Sends a mail to one recipient; answers with its message id. */
    public static String send(SesClient ses, String to) {
        return send(ses, to, mail -> {});
    }

    public static String send(SesClient ses, String to, Consumer<SendEmailRequest.Builder> more) {
        return ses.sendEmail(mail -> more.accept(mail.source("Power <power@example.org>")
                        .destination(d -> d.toAddresses(to))
                        .message(m -> m.subject(s -> s.data("hello")).body(b -> b.text(t -> t.data("hello"))))))
                .messageId();
    }

    /** What was told of mails to the recipient so far. */
    public List<ObjectNode> of(String recipient) {
        return heard.stream()
                .filter(event -> StreamSupport.stream(
                                event.at("/mail/destination").spliterator(), false)
                        .map(JsonNode::asText)
                        .anyMatch(recipient::equals))
                .toList();
    }

    /** The events of a mail to the recipient, once there are as many of these types. */
    public List<ObjectNode> awaitEvents(String recipient, String... types) {
        await("events of " + recipient)
                .atMost(10, SECONDS)
                .until(() -> typesOf(recipient).equals(List.of(types)));
        return of(recipient);
    }

    public List<String> typesOf(String recipient) {
        return of(recipient).stream()
                .map(event -> event.get("eventType").asText())
                .toList();
    }
}
