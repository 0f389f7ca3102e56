package io.mainswatch.camel.pi4j;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static io.mainswatch.camel.pi4j.GpioLevel.OFF;
import static io.mainswatch.camel.pi4j.GpioLevel.ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A consumer from start to stop: pauses, neighbours on its line, slow and failing routes. */
class Pi4jGpioLifeCycleTest {

    private final Board board = new Board();

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void afterAPauseTheLevelThatChangedMeanwhileIsReadAndReported() throws Exception {
        board.watch("pi4j-gpio:4?debounce=0");
        assertThat(board.nextLevel()).isEqualTo(OFF);

        board.camel.getRouteController().suspendRoute("watch");
        board.time.advance(10);
        board.drive(4, HIGH);
        board.time.advance(10);
        board.camel.getRouteController().resumeRoute("watch");

        Message resumed = board.next().getMessage();
        assertThat(resumed.getBody()).isEqualTo(ON);
        assertThat(resumed.getHeader("CamelPi4jGpioInitial")).isEqualTo(true);
        assertThat(resumed.getHeader(Exchange.MESSAGE_TIMESTAMP)).isEqualTo(FakeTime.START + 20);

        board.drive(4, LOW);
        assertThat(board.nextLevel()).isEqualTo(OFF);
    }

    @Test
    void whatHadNotHeldBeforeAPauseIsForgotten() throws Exception {
        board.watch("pi4j-gpio:4?debounce=0&hold=10");
        board.time.advance(10);
        assertThat(board.nextLevel()).isEqualTo(OFF);

        board.drive(4, HIGH);
        board.camel.getRouteController().suspendRoute("watch");
        board.time.advance(1000);
        await().during(50, TimeUnit.MILLISECONDS).until(board.received::isEmpty);
        board.drive(4, LOW);
        board.camel.getRouteController().resumeRoute("watch");
        board.time.advance(10);
        board.drive(4, HIGH);
        board.time.advance(10);

        assertThat(board.next().getMessage().getHeader(Exchange.MESSAGE_TIMESTAMP))
                .isEqualTo(FakeTime.START + 1020);
    }

    @Test
    void afterAPauseWithoutAChangeNothingIsReported() throws Exception {
        board.watch("pi4j-gpio:4?debounce=0");
        board.next();

        board.camel.getRouteController().suspendRoute("watch");
        board.drive(4, HIGH);
        board.drive(4, LOW);
        board.camel.getRouteController().resumeRoute("watch");
        board.drive(4, HIGH);

        assertThat(board.nextLevel()).isEqualTo(ON);
    }

    @Test
    void twoRoutesShareALineAndTheLastOneClosesIt() throws Exception {
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0").routeId("one").process(board.received::add);
                from("pi4j-gpio:4?debounce=0&activeLow=true").routeId("other").process(board.received::add);
            }
        });
        assertThat(List.of(board.nextLevel(), board.nextLevel())).containsExactlyInAnyOrder(ON, OFF);

        board.camel.getRouteController().stopRoute("one");
        assertThat(board.pi4j.registry().exists("pi4j-gpio-4")).isTrue();
        board.drive(4, HIGH);
        assertThat(board.nextLevel()).isEqualTo(OFF);

        board.camel.getRouteController().stopRoute("other");
        assertThat(board.pi4j.registry().exists("pi4j-gpio-4")).isFalse();

        board.camel.getRouteController().startRoute("one");
        assertThat(board.nextLevel()).as("a stopped route opens the line again").isEqualTo(OFF);
    }

    @Test
    void aSlowRouteBlocksNeitherTheLineNorLosesItsLastLevel() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        List<GpioLevel> seen = new ArrayList<>();
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0&queueSize=3").routeId("slow").process(exchange -> {
                    seen.add(exchange.getMessage().getBody(GpioLevel.class));
                    board.received.add(exchange.copy());
                    slow.await();
                });
            }
        });
        board.next();

        for (int change = 0; change < 99; change++) {
            board.drive(4, change % 2 == 0 ? HIGH : LOW);
        }
        slow.countDown();

        await().untilAsserted(() -> assertThat(board.input(4).state()).isEqualTo(HIGH));
        await().untilAsserted(() -> assertThat(seen).endsWith(ON).hasSizeBetween(2, 4));
        Pi4jGpioConsumer consumer =
                (Pi4jGpioConsumer) board.camel.getRoute("slow").getConsumer();
        assertThat(consumer.dropped()).isEqualTo(99 - (seen.size() - 1));
    }

    @Test
    void whatHeldBeforeTheStopIsStillDelivered() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0&hold=10").routeId("slow").process(exchange -> {
                    slow.await();
                    board.received.add(exchange.copy());
                });
            }
        });
        board.time.advance(10);
        board.drive(4, HIGH);
        board.time.advance(10);
        slow.countDown();
        board.camel.getRouteController().stopRoute("slow");

        assertThat(List.of(board.nextLevel(), board.nextLevel())).containsExactly(OFF, ON);
    }

    @Test
    void aFailedExchangeGoesToTheExceptionHandlerAndDoesNotEndTheWatch() throws Exception {
        RecordingExceptionHandler failures = new RecordingExceptionHandler();
        board.camel.getRegistry().bind("failures", failures);
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0&exceptionHandler=#failures").process(exchange -> {
                    board.received.add(exchange.copy());
                    throw new IllegalStateException("the route fails");
                });
            }
        });
        assertThat(board.nextLevel()).isEqualTo(OFF);

        board.drive(4, HIGH);

        assertThat(board.nextLevel()).isEqualTo(ON);
        await().untilAsserted(() -> assertThat(failures.seen)
                .extracting(Throwable::getMessage)
                .containsExactly("the route fails", "the route fails"));
    }
}
