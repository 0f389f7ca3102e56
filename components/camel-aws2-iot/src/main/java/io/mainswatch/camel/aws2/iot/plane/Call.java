package io.mainswatch.camel.aws2.iot.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One operation of the AWS API as data: the headers it requires and accepts, how it is sent, and what its answer leaves
 * in the message.
 *
 * <pre>{@code
 * Call.of(IotClient.class, DescribeThingRequest::builder, IotClient::describeThing)
 *         .requires(THING_NAME, String.class, DescribeThingRequest.Builder::thingName)
 *         .returns(THING_ARN, DescribeThingResponse::thingArn);
 * }</pre>
 *
 * <p>Immutable; every method that adds something gives a new call.
 *
 * @param <C> the SDK client
 * @param <B> the builder of the request
 * @param <Q> the request
 * @param <R> the response
 */
public final class Call<C, B extends SdkBuilder<B, Q>, Q, R> {

    private final Supplier<B> builders;
    private final BiFunction<C, Q, R> sending;
    private final List<BiConsumer<Input, B>> parameters;
    private final BiConsumer<R, Message> body;
    private final List<BiConsumer<R, Message>> headers;

    private Call(
            Supplier<B> builders,
            BiFunction<C, Q, R> sending,
            List<BiConsumer<Input, B>> parameters,
            BiConsumer<R, Message> body,
            List<BiConsumer<R, Message>> headers) {
        this.builders = builders;
        this.sending = sending;
        this.parameters = parameters;
        this.body = body;
        this.headers = headers;
    }

    /**
     * A call without parameters, whose answer becomes the body as it is.
     *
     * @param client only tells the compiler which client the sending method belongs to
     */
    public static <C, B extends SdkBuilder<B, Q>, Q, R> Call<C, B, Q, R> of(
            Class<C> client, Supplier<B> builders, BiFunction<C, Q, R> sending) {
        return new Call<>(builders, sending, List.of(), (answer, message) -> message.setBody(answer), List.of());
    }

    /** A value that must be in the header (or in the option that stands in for it). */
    public <V> Call<C, B, Q, R> requires(String header, Class<V> type, BiConsumer<B, V> setter) {
        return takes((input, request) -> setter.accept(request, input.required(header, type)));
    }

    /** A value that is sent when it is in the header (or in the option that stands in for it). */
    public <V> Call<C, B, Q, R> accepts(String header, Class<V> type, BiConsumer<B, V> setter) {
        return takes(
                (input, request) -> input.optional(header, type).ifPresent(value -> setter.accept(request, value)));
    }

    /** Anything else that goes from the message into the request. */
    public Call<C, B, Q, R> takes(BiConsumer<Input, B> parameter) {
        return new Call<>(builders, sending, with(parameters, parameter), body, headers);
    }

    /**
     * A header of the answer. A header whose value the answer lacks is removed, so that none of the request's is
     * mistaken for it: a loop over pages ends when the header with the next token is gone.
     */
    public Call<C, B, Q, R> returns(String header, Function<R, ?> getter) {
        return new Call<>(
                builders,
                sending,
                parameters,
                body,
                with(headers, (answer, message) -> setOrRemove(message, header, getter.apply(answer))));
    }

    /** A body other than the answer as a whole. */
    public Call<C, B, Q, R> returnsBody(Function<R, ?> getter) {
        return answersWith((answer, message) -> message.setBody(getter.apply(answer)));
    }

    /** The body stays as it was. */
    public Call<C, B, Q, R> keepsBody() {
        return answersWith((answer, message) -> {});
    }

    /** What puts the answer into the message, in place of the answer becoming the body. */
    public Call<C, B, Q, R> answersWith(BiConsumer<R, Message> newBody) {
        return new Call<>(builders, sending, parameters, newBody, headers);
    }

    /**
     * Sends the operation and puts its answer into the message.
     *
     * @param pojoRequest whether the body is the request; it is otherwise built from headers and options
     * @param options by header, the options that stand in for it
     * @throws IllegalArgumentException when a required value is missing, a header has the wrong type, or the body is
     *     not the request that it should be
     */
    void execute(C client, Exchange exchange, boolean pojoRequest, Map<String, Option> options)
            throws InvalidPayloadException {
        Message message = exchange.getMessage();
        B builder = builders.get();
        Q request = pojoRequest ? requestInBody(message, builder.build()) : request(builder, message, options);
        R answer = sending.apply(client, request);
        body.accept(answer, message);
        headers.forEach(header -> header.accept(answer, message));
    }

    private Q request(B builder, Message message, Map<String, Option> options) {
        Input input = new Input(builder.build().getClass(), message, options);
        parameters.forEach(parameter -> parameter.accept(input, builder));
        return builder.build();
    }

    @SuppressWarnings("unchecked") // the body has the class of an object of type Q
    private static <Q> Q requestInBody(Message message, Q empty) throws InvalidPayloadException {
        Object request = message.getMandatoryBody();
        if (!empty.getClass().isInstance(request)) {
            throw new IllegalArgumentException("With pojoRequest=true the body must be a "
                    + empty.getClass().getName() + " but is a "
                    + request.getClass().getName());
        }
        return (Q) request;
    }

    /** Sets the header, or removes it when there is no value. */
    public static void setOrRemove(Message message, String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
