package io.mainswatch.camel.aws2.iot.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.camel.aws2.iot.plane.Input;
import java.util.Optional;
import org.apache.camel.Message;
import software.amazon.awssdk.core.SdkBytes;

/** The body of a message as the payload of a request, and back. */
final class Payload {

    /** The largest message that AWS IoT takes, in bytes: the quota "Publish size" of its message broker. */
    static final int LARGEST_MESSAGE = 128 * 1024;

    private Payload() {}

    /**
     * The body as bytes, or empty when there is none.
     *
     * @throws IllegalArgumentException when the body is neither bytes, text, stream nor JSON tree: anything else could
     *     only be sent as what its {@code toString} says
     */
    static Optional<SdkBytes> optional(Input input) {
        Message message = input.message();
        Object body = message.getBody();
        if (body == null) {
            return Optional.empty();
        }
        SdkBytes bytes = body instanceof JsonNode json
                ? SdkBytes.fromUtf8String(json.toString())
                : message.getBody(SdkBytes.class);
        if (bytes == null) {
            throw input.missing("a body of byte[], String, InputStream or JsonNode, not "
                    + body.getClass().getName());
        }
        return Optional.of(bytes);
    }

    /**
     * The body as bytes of a message to be published, or empty when there is none.
     *
     * @throws IllegalArgumentException when the body is none that can be sent, or larger than AWS takes
     */
    static Optional<SdkBytes> message(Input input) {
        Optional<SdkBytes> payload = optional(input);
        payload.map(bytes -> bytes.asByteArrayUnsafe().length)
                .filter(size -> size > LARGEST_MESSAGE)
                .ifPresent(size -> {
                    throw new IllegalArgumentException("The body for the topic "
                            + input.required(IotData2Constants.TOPIC, String.class) + " has " + size
                            + " bytes, but AWS IoT takes messages of at most " + LARGEST_MESSAGE
                            + ": make it smaller, or store it elsewhere and publish where it is");
                });
        return payload;
    }

    /** The body as bytes; without a body an {@link IllegalArgumentException}. */
    static SdkBytes required(Input input) {
        return optional(input).orElseThrow(() -> input.missing("a body"));
    }

    /** The bytes, none when AWS sent no payload. */
    static byte[] bytes(SdkBytes payload) {
        return payload == null ? new byte[0] : payload.asByteArray();
    }
}
