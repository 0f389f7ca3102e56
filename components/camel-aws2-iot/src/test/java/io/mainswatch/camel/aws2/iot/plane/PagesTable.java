package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** Every list operation of a scheme with autoPaginate=true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PagesTable<C extends SdkClient> {

    private final RunningContext<C> camel;
    private final String uri;
    private final String tokenHeader;

    protected PagesTable(Class<C> client, String uri, String tokenHeader) {
        this.camel = new RunningContext<>(client);
        this.uri = uri;
        this.tokenHeader = tokenHeader;
    }

    /**
     * A list operation.
     *
     * @param headers what it requires
     * @param page makes a page with one item of a name, and the token of the next page or null
     * @param item what the item of a name is in the body
     */
    public record ListCase(
            Enum<?> operation,
            Map<String, Object> headers,
            BiFunction<String, String, SdkResponse> page,
            Function<String, Object> item) {

        @Override
        public String toString() {
            return operation.name();
        }
    }

    protected abstract Stream<ListCase> lists();

    protected abstract List<? extends Enum<?>> operations();

    @AfterAll
    void stop() {
        camel.close();
    }

    @Test
    void everyListOperationIsInTheTable() {
        assertThat(lists().map(ListCase::operation).distinct().map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(operations().stream()
                        .map(Enum::name)
                        .filter(name -> name.startsWith("list") || name.startsWith("search"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theBodyHasTheItemsOfAllPagesEachFetchedWhenItIsNeeded(ListCase that) {
        int before = camel.aws().requestCount();
        camel.aws()
                .answerInTurn(
                        that.page().apply("a", "page-2"),
                        that.page().apply("b", "page-3"),
                        that.page().apply("c", null));

        Exchange exchange = send(that);

        assertThat(exchange.getException()).isNull();
        Iterator<?> items = exchange.getMessage().getBody(Iterator.class);
        assertThat(items.next()).isEqualTo(that.item().apply("a"));
        assertThat(camel.aws().requestCount() - before)
                .as("requests for the first item")
                .isOne();
        assertThat(items.next()).isEqualTo(that.item().apply("b"));
        assertThat(tokenOf(camel.aws().lastRequest())).isEqualTo("page-2");
        assertThat(items.next()).isEqualTo(that.item().apply("c"));
        assertThat(tokenOf(camel.aws().lastRequest())).isEqualTo("page-3");
        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        assertThat(camel.aws().requestCount() - before).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noTokenIsLeftInTheHeaders(ListCase that) {
        camel.aws().answerInTurn(that.page().apply("a", null));
        Map<String, Object> headers = new HashMap<>(that.headers());
        headers.put(tokenHeader, "page-1");

        Exchange exchange = camel.send(to(that), null, headers);

        assertThat(tokenOf(camel.aws().lastRequest())).as("where to begin").isEqualTo("page-1");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(tokenHeader);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aRefusalFailsTheOperationAndOneInTheMiddleFailsWhoeverGoesThroughTheItems(ListCase that) {
        AwsServiceException refusal =
                AwsServiceException.builder().message("AccessDenied").build();
        camel.aws().answerInTurn(refusal);
        assertThat(send(that).getException()).isSameAs(refusal);

        camel.aws().answerInTurn(that.page().apply("a", "page-2"), refusal);
        Iterator<?> items = send(that).getMessage().getBody(Iterator.class);
        assertThat(items.next()).isEqualTo(that.item().apply("a"));
        assertThatThrownBy(items::hasNext).isSameAs(refusal);
    }

    private Exchange send(ListCase that) {
        return camel.send(to(that), null, that.headers());
    }

    private String to(ListCase that) {
        return uri + "?autoPaginate=true&operation=" + that.operation();
    }

    private static String tokenOf(SdkRequest request) {
        return request.getValueForField("nextToken", String.class)
                .or(() -> request.getValueForField("marker", String.class))
                .orElse(null);
    }
}
