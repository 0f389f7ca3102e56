package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.mainswatch.camel.aws2.iot.plane.RunningContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.DefaultExchangeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;
import software.amazon.awssdk.services.iot.model.CreateProvisioningClaimResponse;
import software.amazon.awssdk.services.iot.model.KeyPair;

/** A private key that AWS has made is in the body of its answer and nowhere else. */
@ExtendWith(StandInExtension.class)
class PrivateKeysTest {

    private static final String KEY = "TOP-SECRET";

    static Stream<Arguments> answersWithAKey() {
        KeyPair pair = KeyPair.builder().privateKey(KEY).publicKey("public").build();
        return Stream.of(
                Arguments.of(
                        Iot2Operations.createKeysAndCertificate,
                        CreateKeysAndCertificateResponse.builder()
                                .certificateId("c-1")
                                .keyPair(pair)
                                .build()),
                Arguments.of(
                        Iot2Operations.createProvisioningClaim,
                        CreateProvisioningClaimResponse.builder()
                                .certificateId("c-1")
                                .keyPair(pair)
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("answersWithAKey")
    void aKeyIsInTheBodyAndIsNeverPrinted(Iot2Operations operation, SdkResponse answer) {
        try (RunningContext<IotClient> camel = new RunningContext<>(IotClient.class)) {
            camel.aws().answer(answer);

            Exchange exchange = camel.send(
                    "aws2-iot:test?operation=" + operation, null, Map.of(Iot2Constants.TEMPLATE_NAME, "fleet"));

            assertThat(exchange.getMessage().getBody()).isSameAs(answer);
            assertThat(exchange.getMessage().getHeaders().toString()).doesNotContain(KEY);
            assertThat(printed(exchange)).contains("c-1").doesNotContain(KEY);
        }
    }

    /** All that component, Camel and SDK have to say, of a route that prints what it gets and then fails. */
    @Test
    void noLogHasAKeyHoweverMuchIsLogged(StandIn aws) throws Exception {
        aws.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:talkative")
                        .to("aws2-iot:registry?operation=createKeysAndCertificate")
                        .log(LoggingLevel.INFO, "io.mainswatch.camel.route", "${headers} ${body}")
                        .throwException(new IllegalStateException("after the keys were made"));
            }
        });
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        List<Logger> loggers = Stream.of("io.mainswatch.camel", "org.apache.camel", "software.amazon.awssdk")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(log);
        });

        Exchange exchange;
        try {
            exchange = aws.send("direct:talkative", null, Map.of());
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(log);
                logger.setAdditive(true);
                logger.setLevel(null);
            });
        }

        String key = exchange.getMessage()
                .getBody(CreateKeysAndCertificateResponse.class)
                .keyPair()
                .privateKey();
        String secret = key.lines().skip(1).findFirst().orElseThrow();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("Sensitive Data Redacted"))
                .noneMatch(line -> line.contains(secret));
    }

    /** What a log endpoint or an error handler would write about the exchange. */
    private static String printed(Exchange exchange) {
        DefaultExchangeFormatter everything = new DefaultExchangeFormatter();
        everything.setShowAll(true);
        return everything.format(exchange);
    }
}
