package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** A message as a statement sees it. Its payload is read as JSON when somebody first looks into it. */
public final class RuleMessage {

    /** Numbers keep their digits, and what follows the value makes it no JSON. */
    private static final ObjectReader JSON = JsonMapper.builder(new JsonFactory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final String topic;
    private final byte[] payload;
    private final Sender sender;
    private final long timestamp;
    private final String traceId = UUID.randomUUID().toString();
    private volatile Optional<JsonNode> parsed;

    /**
     * @param topic without the prefix of Basic Ingest
     * @param timestamp Unix milliseconds
     */
    public RuleMessage(String topic, byte[] payload, Sender sender, long timestamp) {
        this.topic = topic;
        this.payload = payload;
        this.sender = sender;
        this.timestamp = timestamp;
    }

    public String topic() {
        return topic;
    }

    public byte[] payload() {
        return payload;
    }

    public Sender sender() {
        return sender;
    }

    /** One for each message, whatever rules hear it. */
    public String traceId() {
        return traceId;
    }

    long timestamp() {
        return timestamp;
    }

    /** The payload as JSON; empty if it is none. */
    Optional<JsonNode> json() {
        if (parsed == null) {
            parsed = parse();
        }
        return parsed;
    }

    private Optional<JsonNode> parse() {
        try {
            return Optional.of(JSON.readTree(payload)).filter(node -> !node.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
