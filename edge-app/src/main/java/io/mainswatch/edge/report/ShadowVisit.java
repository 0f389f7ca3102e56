package io.mainswatch.edge.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.edge.thing.Visit;
import io.mainswatch.edge.thing.VisitException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short connection that reports to the thing's shadow and hears the answers, apart from the events. */
public final class ShadowVisit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowVisit.class);

    /** How long the shadow service may take to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final Replies replies = new Replies(ANSWER);
    private final String update;
    private final Visit visit;

    /** Connects under the thing's name; a {@link VisitException} says why not. */
    public ShadowVisit(ThingEndpoint endpoint) throws VisitException {
        update = "$aws/things/" + endpoint.thing() + "/shadow/update";
        visit = new Visit(endpoint, update + "/+", this::hear);
    }

    /** Reports these members, null removes one, and waits for what becomes of it. */
    public Outcome report(Map<String, Object> members) throws VisitException, InterruptedException {
        String token = "check-" + UUID.randomUUID();
        try {
            byte[] document = json.writeValueAsBytes(ShadowUpdate.reporting(members, token));
            replies.expect(token);
            visit.publish(update, document);
            return replies.await();
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException("A report of " + members + " cannot be made", e);
        }
    }

    private void hear(String topic, byte[] message) {
        try {
            if (topic.equals(update + "/accepted")) {
                replies.accepted(json.readValue(message, ShadowReply.class).clientToken());
            } else if (topic.equals(update + "/rejected")) {
                ShadowReply reply = json.readValue(message, ShadowReply.class);
                replies.rejected(reply.clientToken(), reply.code(), reply.message());
            }
        } catch (IOException e) {
            LOG.debug("A message on {} cannot be read", topic, e);
        }
    }

    @Override
    public void close() {
        visit.close();
    }
}
