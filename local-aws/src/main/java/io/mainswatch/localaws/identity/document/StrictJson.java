package io.mainswatch.localaws.identity.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;

/** What all such documents have in common. The methods throw {@link MalformedDocument}. */
public final class StrictJson {

    /** Two members of one name would be read differently by different readers. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** @param what the document, for messages */
    public static JsonNode parse(String what, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedDocument(what + " is not JSON: " + e.getOriginalMessage());
        }
    }

    /** @param what the object, for messages */
    public static void onlyMembers(String what, JsonNode node, Set<String> known) {
        onlyObject(what, node);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new MalformedDocument(what + " has a member " + name + " that is not understood; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    public static void onlyObject(String what, JsonNode node) {
        if (!node.isObject()) {
            throw new MalformedDocument(what + " must be a JSON object");
        }
    }
}
