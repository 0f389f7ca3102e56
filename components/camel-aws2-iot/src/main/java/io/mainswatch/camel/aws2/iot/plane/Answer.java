package io.mainswatch.camel.aws2.iot.plane;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.camel.Message;

/**
 * What the response to an operation leaves in the message: a body, and headers.
 *
 * @param body puts the body
 * @param headers by name, where a header has its value from
 * @param <R> the response
 */
record Answer<R>(BiConsumer<R, Message> body, Map<String, Function<R, ?>> headers) {

    /** The response as body, no headers. */
    static <R> Answer<R> whole() {
        return new Answer<>((response, message) -> message.setBody(response), Map.of());
    }

    Answer<R> withBody(BiConsumer<R, Message> newBody) {
        return new Answer<>(newBody, headers);
    }

    Answer<R> withHeader(String name, Function<R, ?> getter) {
        Map<String, Function<R, ?>> more = new LinkedHashMap<>(headers);
        more.put(name, getter);
        return new Answer<>(body, more);
    }

    void put(R response, Message message) {
        body.accept(response, message);
        headers.forEach((name, getter) -> Call.setOrRemove(message, name, getter.apply(response)));
    }

    /**
     * The items of all pages as body. None of the headers: each tells of one page, and one that came with the request
     * would be mistaken for the answer's.
     */
    void putItems(ItemsOfPages<R> items, Message message) {
        message.setBody(items);
        headers.keySet().forEach(message::removeHeader);
    }
}
