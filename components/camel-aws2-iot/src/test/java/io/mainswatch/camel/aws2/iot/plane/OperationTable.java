package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.Readme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkResponse;

/** Every operation of a scheme, by headers, by request object, with something missing, and refused by AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OperationTable<C extends SdkClient> {

    private final RunningContext<C> camel;
    private final RecordedClient<C> aws;
    private final String uri;
    private final String operationHeader;

    /**
     * @param client the SDK client, which the component finds in the registry
     * @param uri an endpoint of the scheme without options
     * @param operationHeader the header that names the operation
     */
    protected OperationTable(Class<C> client, String uri, String operationHeader) {
        this.camel = new RunningContext<>(client);
        this.aws = camel.aws();
        this.uri = uri;
        this.operationHeader = operationHeader;
    }

    /** One case for each operation. */
    protected abstract Stream<OperationCase> cases();

    /** All operations of the scheme. */
    protected abstract List<? extends Enum<?>> operations();

    @AfterAll
    void stop() {
        camel.close();
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(cases().map(OperationCase::operation)).containsExactlyElementsOf(new ArrayList<>(operations()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void headersBecomeTheRequest(OperationCase that) {
        aws.answer(that.answer());

        Exchange exchange = send(that, uri, that.payload(), that.headersWithout(List.of()));

        assertThat(exchange.getException()).isNull();
        assertThat(aws.lastRequest()).isEqualTo(that.request());
        assertAnswered(that, exchange);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void optionalHeadersMayBeAbsent(OperationCase that) {
        aws.answer(that.answer());

        Exchange exchange = send(that, uri, that.payload(), that.required());

        assertThat(exchange.getException()).isNull();
        assertThat(aws.lastRequest()).hasSameClassAs(that.request());
        assertThat(aws.lastRequest().equals(that.request()))
                .as("the optional headers make a difference")
                .isEqualTo(that.optional().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRequestInTheBodyIsSentAsItIs(OperationCase that) {
        aws.answer(that.answer());

        Exchange exchange = send(that, uri + "?pojoRequest=true", that.request(), Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(aws.lastRequest()).isSameAs(that.request());
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(that.returned());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyOtherBodyIsRefusedWhenItShouldBeTheRequest(OperationCase that) {
        int before = aws.requestCount();

        Exchange exchange = send(that, uri + "?pojoRequest=true", "text", Map.of());

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(that.request().getClass().getName(), "java.lang.String");
        assertThat(aws.requestCount()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMissingHeaderIsNamed(OperationCase that) {
        int before = aws.requestCount();
        that.required().keySet().forEach(header -> {
            Exchange exchange = send(that, uri, that.payload(), that.headersWithout(List.of(header)));

            assertThat(exchange.getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(header, that.request().getClass().getSimpleName());
        });
        assertThat(aws.requestCount()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anErrorOfTheServiceReachesTheRouteAsItIs(OperationCase that) {
        AwsServiceException failure = AwsServiceException.builder()
                .message("AccessDenied")
                .statusCode(403)
                .build();
        aws.fail(failure);

        Exchange exchange = send(that, uri, that.payload(), that.required());

        assertThat(exchange.getException()).isSameAs(failure);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePageNamesTheHeadersThatItTakesAndGives(OperationCase that) {
        List<String> row = Readme.operation(that.operation().name());
        String answer = row.get(row.size() - 1);
        String[] request = (row.get(0).split(";")[0] + "[").split("\\[");

        assertThat(names(request[0])).isEqualTo(shortNames(that.required()));
        assertThat(request.length > 1 ? names(request[1]) : Set.of()).isEqualTo(shortNames(that.optional()));
        assertThat(names(answer)).containsAll(shortNames(that.returned()));
    }

    /** The header names in a cell; they alone are single words in capitals. */
    private static Set<String> names(String cell) {
        return Stream.of(cell.split("[^A-Za-z]+"))
                .filter(word -> word.matches("[A-Z]\\w+"))
                .collect(Collectors.toSet());
    }

    private Set<String> shortNames(Map<String, Object> headers) {
        String prefix = operationHeader.substring(0, operationHeader.length() - "Operation".length());
        return headers.keySet().stream()
                .map(header -> header.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private Exchange send(OperationCase that, String to, Object body, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put(operationHeader, that.operation());
        return camel.send(to, body, all);
    }

    private static void assertAnswered(OperationCase that, Exchange exchange) {
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(that.returned());
        if (that.body() != null) {
            assertThat(exchange.getMessage().getBody()).isEqualTo(that.body());
        } else if (that.answer() != null) {
            assertThat(exchange.getMessage().getBody()).isSameAs(that.answer());
        } else {
            assertThat(exchange.getMessage().getBody()).isInstanceOf(SdkResponse.class);
        }
    }
}
