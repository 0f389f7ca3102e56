package io.mainswatch.shadow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * JSON to the letter of RFC 8259, in UTF-8 and nothing else: one document, no byte order mark, no name twice in an
 * object, no half of a surrogate pair. Numbers keep every digit. What it reads, it can write.
 */
final class StrictJson {

    /** Ample for a shadow and far from the end of the stack: much that is done to a tree is recursive. */
    private static final int MAX_NESTING = 200;

    /** Turning digits into a number takes quadratic time. */
    private static final int MAX_DIGITS = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(ShadowLimits.MAX_REQUEST_BYTES)
                            .build())
                    // Member names come from strangers: never into the JVM's string pool, and names made to collide
                    // turn the name cache off instead of throwing.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    // One character is one character, not two escapes of six bytes each.
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectReader READER = MAPPER.reader();
    private static final ObjectWriter WRITER = MAPPER.writer();

    private StrictJson() {}

    /** The one document in the bytes; empty if they are anything else. */
    static Optional<JsonNode> read(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode json = READER.readTree(text);
            boolean sound = !json.isMissingNode() && (!text.contains("\\u") || isUnicode(json));
            return sound ? Optional.of(json) : Optional.empty();
        } catch (CharacterCodingException | JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Compact, in UTF-8. */
    static byte[] write(JsonNode json) {
        try {
            return WRITER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree read by this class cannot be written", e);
        }
    }

    /** UTF-8 itself cannot hold half of a surrogate pair, but an escape can. */
    private static boolean isUnicode(JsonNode json) {
        if (json.isTextual()) {
            return isUnicode(json.textValue());
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (!isUnicode(member.getKey())) {
                return false;
            }
        }
        for (JsonNode child : json) {
            if (!isUnicode(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
