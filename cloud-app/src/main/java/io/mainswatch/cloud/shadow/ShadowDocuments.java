package io.mainswatch.cloud.shadow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.mainswatch.cloud.inbox.UnprocessableException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Bean {@code shadowDocuments}: reads and checks what AWS publishes to {@code .../shadow/update/documents}. */
public final class ShadowDocuments {

    /** Year 2100, for times in seconds: what is later was given in another unit. */
    private static final long LATEST_SECOND = 4_102_444_800L;

    private final ObjectReader json =
            new ObjectMapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The change that the document tells of; an {@link UnprocessableException} names the first thing wrong with it. */
    public ShadowChange read(String thing, byte[] payload) throws UnprocessableException {
        Field document = new Field("document", parse(payload)).object();
        Field current = document.child("current").object();
        Field state = current.child("state").object();
        Field reported = state.child("reported");
        Optional<Report> report = new ReportedState(reported).report();
        ReportedState previous =
                new ReportedState(document.child("previous").child("state").child("reported"));
        return new ShadowChange(
                thing,
                current.child("version").wholeNumber(1, Long.MAX_VALUE),
                Instant.ofEpochSecond(document.child("timestamp").wholeNumber(0, LATEST_SECOND)),
                reported.text(),
                current.child("metadata").child("reported").text(),
                report,
                previous.eventIfAny(),
                report.flatMap(now -> previous.stateIfAny(now.event().input())));
    }

    private JsonNode parse(byte[] payload) throws UnprocessableException {
        try {
            return json.readTree(payload);
        } catch (JacksonException e) {
            throw new UnprocessableException("The document is not JSON (" + e.getOriginalMessage()
                    + "). It must be what AWS IoT publishes to .../shadow/update/documents.");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }
}
