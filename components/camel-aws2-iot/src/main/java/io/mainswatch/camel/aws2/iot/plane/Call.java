package io.mainswatch.camel.aws2.iot.plane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
    private final Answer<R> answer;
    private final Optional<Paging<C, Q, R>> paging;
    private final BiConsumer<AwsServiceException, Message> failing;

    private Call(
            Supplier<B> builders,
            BiFunction<C, Q, R> sending,
            List<BiConsumer<Input, B>> parameters,
            Answer<R> answer,
            Optional<Paging<C, Q, R>> paging,
            BiConsumer<AwsServiceException, Message> failing) {
        this.builders = builders;
        this.sending = sending;
        this.parameters = parameters;
        this.answer = answer;
        this.paging = paging;
        this.failing = failing;
    }

    /**
     * A call without parameters, whose answer becomes the body as it is.
     *
     * @param client only tells the compiler which client the sending method belongs to
     */
    public static <C, B extends SdkBuilder<B, Q>, Q, R> Call<C, B, Q, R> of(
            Class<C> client, Supplier<B> builders, BiFunction<C, Q, R> sending) {
        return new Call<>(builders, sending, List.of(), Answer.whole(), Optional.empty(), (failure, message) -> {
            throw failure;
        });
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

    /** As {@link #requires(String, Class, BiConsumer)}, for a name that AWS has a rule for. */
    public Call<C, B, Q, R> requires(String header, NameRule rule, BiConsumer<B, String> setter) {
        return takes((input, request) -> setter.accept(request, input.required(header, rule)));
    }

    /** As {@link #accepts(String, Class, BiConsumer)}, for a name that AWS has a rule for. */
    public Call<C, B, Q, R> accepts(String header, NameRule rule, BiConsumer<B, String> setter) {
        return takes(
                (input, request) -> input.optional(header, rule).ifPresent(value -> setter.accept(request, value)));
    }

    /** Anything else that goes from the message into the request. */
    public Call<C, B, Q, R> takes(BiConsumer<Input, B> parameter) {
        List<BiConsumer<Input, B>> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Call<>(builders, sending, List.copyOf(more), answer, paging, failing);
    }

    /**
     * A header of the answer. A header whose value the answer lacks is removed, so that none of the request's is
     * mistaken for it: a loop over pages ends when the header with the next token is gone.
     */
    public Call<C, B, Q, R> returns(String header, Function<R, ?> getter) {
        return answers(answer.withHeader(header, getter));
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
        return answers(answer.withBody(newBody));
    }

    /**
     * Makes this a list operation whose pages can be gone through by themselves.
     *
     * @param pages the SDK's paginator
     * @param items what a page lists
     */
    public Call<C, B, Q, R> pages(
            BiFunction<C, Q, ? extends Iterable<R>> pages, Function<R, ? extends Iterable<?>> items) {
        return new Call<>(builders, sending, parameters, answer, Optional.of(new Paging<>(pages, items)), failing);
    }

    /**
     * As {@link #pages}, for an operation that the SDK has no paginator for.
     *
     * @param nextToken the token of the page after a page; null or empty after the last
     * @param withToken a request for the page that a token names
     * @param items what a page lists
     */
    public Call<C, B, Q, R> pagesByToken(
            Function<R, String> nextToken,
            BiFunction<Q, String, Q> withToken,
            Function<R, ? extends Iterable<?>> items) {
        return pages(Paging.byToken(sending, nextToken, withToken), items);
    }

    /**
     * Takes an error of AWS for an answer.
     *
     * @param error the error; any other reaches the route
     * @param answering puts what the error says into the message
     */
    public Call<C, B, Q, R> unless(Class<? extends AwsServiceException> error, Consumer<Message> answering) {
        return new Call<>(builders, sending, parameters, answer, paging, (failure, message) -> {
            if (!error.isInstance(failure)) {
                throw failure;
            }
            answering.accept(message);
        });
    }

    private Call<C, B, Q, R> answers(Answer<R> newAnswer) {
        return new Call<>(builders, sending, parameters, newAnswer, paging, failing);
    }

    /**
     * Sends the operation and puts its answer into the message.
     *
     * @param configuration whether the body is the request, which is otherwise built from headers and options; and
     *     whether a list operation gives the items of all pages
     * @param options by header, the options that stand in for it
     * @throws IllegalArgumentException when a required value is missing, a header has the wrong type, a name breaks
     *     AWS's rule, or the body is not the request that it should be
     */
    void execute(C client, Exchange exchange, PlaneConfiguration configuration, Map<String, Option> options)
            throws InvalidPayloadException {
        Message message = exchange.getMessage();
        B builder = builders.get();
        Q request = configuration.isPojoRequest()
                ? requestInBody(message, builder.build())
                : request(builder, message, options);
        if (configuration.isAutoPaginate() && paging.isPresent()) {
            answer.putItems(paging.get().send(client, request), message);
        } else {
            send(client, request, message);
        }
    }

    private void send(C client, Q request, Message message) {
        R response;
        try {
            response = sending.apply(client, request);
        } catch (AwsServiceException e) {
            failing.accept(e, message);
            return;
        }
        answer.put(response, message);
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
}
