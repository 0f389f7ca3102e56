package io.mainswatch.cloud.inbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Header;

/**
 * Bean {@code inboxEntries}: gives each shadow document its key, {@code thing/shadow/version/timestamp}. One that has no
 * version or timestamp is known by its hash; it is stored all the same, and processing says what is wrong with it.
 */
public final class InboxEntries {

    private static final Pattern TOPIC = Pattern.compile(".*/things/([^/]+)/shadow(?:/name/([^/]+))?/update/documents");

    private final ObjectMapper json = new ObjectMapper();

    /** The entry for a message of the topic {@code .../things/{thing}/shadow[/name/{shadow}]/update/documents}. */
    public InboxEntry of(@Header("CamelMqttTopic") String topic, @Body byte[] payload) {
        Matcher matcher = TOPIC.matcher(topic);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The topic " + topic + " is not one of shadow documents."
                    + " Subscribe to .../things/+/shadow/update/documents.");
        }
        String thing = matcher.group(1);
        String shadow = Optional.ofNullable(matcher.group(2)).orElse("");
        String key = thing + "/" + shadow + "/" + position(payload).orElseGet(() -> "sha-256/" + hash(payload));
        return new InboxEntry(key, thing, payload);
    }

    private Optional<String> position(byte[] payload) {
        try {
            JsonNode document = json.readTree(payload);
            JsonNode version = document.path("current").path("version");
            JsonNode timestamp = document.path("timestamp");
            return version.isIntegralNumber() && timestamp.isIntegralNumber()
                    ? Optional.of(version.asText() + "/" + timestamp.asText())
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private static String hash(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
