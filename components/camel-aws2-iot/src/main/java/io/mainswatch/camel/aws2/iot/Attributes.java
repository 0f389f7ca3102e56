package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.ATTRIBUTE_PAYLOAD;

import io.mainswatch.camel.aws2.iot.plane.Input;
import java.util.Optional;
import software.amazon.awssdk.services.iot.model.AttributePayload;

/** The attributes of a thing as a route gives them: the SDK's object, or a plain map. */
final class Attributes {

    private Attributes() {}

    /** The attributes of a thing to be created. */
    static Optional<AttributePayload> ofNewThing(Input input) {
        return read(input, false);
    }

    /**
     * The attributes of a thing to be updated. A map is merged into the attributes that the thing has: a route that sets
     * one of them must not wipe the others, which is what the API does unless told to merge.
     */
    static Optional<AttributePayload> ofKnownThing(Input input) {
        return read(input, true);
    }

    private static Optional<AttributePayload> read(Input input, boolean merge) {
        if (input.message().getHeader(ATTRIBUTE_PAYLOAD) instanceof AttributePayload payload) {
            return Optional.of(payload);
        }
        return input.texts(ATTRIBUTE_PAYLOAD).map(attributes -> {
            AttributePayload.Builder payload = AttributePayload.builder().attributes(attributes);
            return merge ? payload.merge(true).build() : payload.build();
        });
    }
}
