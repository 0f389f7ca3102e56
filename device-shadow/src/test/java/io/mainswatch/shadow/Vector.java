package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One conformance vector of {@code shadow-vectors.json}; the file's member {@code format} explains the notation. */
record Vector(String id, String about, boolean sure, List<Step> steps) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern REPEAT = Pattern.compile("<rep:(.+):(\\d+)>", Pattern.DOTALL);

    /** A request and what must come back; a member that {@code expect} lacks is not checked. */
    record Step(ShadowOperation operation, Optional<String> shadow, byte[] payload, JsonNode expect) {}

    static List<Vector> all() throws IOException {
        try (InputStream file = Vector.class.getResourceAsStream("/shadow-vectors.json")) {
            return JSON.readTree(file)
                    .get("vectors")
                    .valueStream()
                    .map(Vector::of)
                    .toList();
        }
    }

    private static Vector of(JsonNode json) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : json.get("steps")) {
            steps.add(new Step(
                    ShadowOperation.valueOf(step.get("op").textValue().toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(step.get("shadow").textValue()),
                    payload(step.path("payload")),
                    expanded(step.get("expect"))));
        }
        return new Vector(
                json.get("id").textValue(),
                json.get("about").textValue(),
                json.get("sure").booleanValue(),
                steps);
    }

    private static byte[] payload(JsonNode json) {
        if (json.isMissingNode()) {
            return new byte[0];
        }
        if (json.isTextual()) {
            return LocalShadows.utf8(json.textValue());
        }
        return json.has("$hex")
                ? HexFormat.of().parseHex(json.get("$hex").textValue())
                : LocalShadows.utf8(expanded(json).toString());
    }

    /** The value with the generators {@code <rep:C:N>} and {@code $gen} carried out. */
    private static JsonNode expanded(JsonNode json) {
        if (json.isTextual()) {
            Matcher repeat = REPEAT.matcher(json.textValue());
            return repeat.matches()
                    ? TextNode.valueOf(repeat.group(1).repeat(Integer.parseInt(repeat.group(2))))
                    : json;
        }
        if (json.has("$gen")) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < json.get("count").intValue(); i++) {
                map.set(json.get("prefix").textValue() + i, expanded(json.get("value")));
            }
            return map;
        }
        if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(member -> object.set(member.getKey(), expanded(member.getValue())));
            return object;
        }
        if (json.isArray()) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(json.valueStream().map(Vector::expanded).toList());
        }
        return json;
    }
}
