package io.mainswatch.routecheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A parameter as its Kamelet defines it. Camel checks none of this; whoever writes a name that means something else would
 * hear of it from the running program at best.
 *
 * @param definition with type, enum and pattern as in JSON schema
 */
record KameletParameter(JsonNode definition) {

    /** What the value must do and does not, or empty; of a placeholder nothing is known here. */
    Optional<String> complaint(String value) {
        if (value.contains("{{")) {
            return Optional.empty();
        }
        List<String> words = StreamSupport.stream(definition.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (!words.isEmpty() && !words.contains(value)) {
            return Optional.of("be one of " + String.join(", ", words));
        }
        if (definition.has("pattern")
                && !value.matches(definition.path("pattern").asText())) {
            return Optional.of("match " + definition.path("pattern").asText());
        }
        return switch (definition.path("type").asText()) {
            case "integer" -> value.matches("-?\\d+") ? Optional.empty() : Optional.of("be a whole number");
            case "boolean" -> value.matches("true|false") ? Optional.empty() : Optional.of("be true or false");
            default -> Optional.empty();
        };
    }
}
