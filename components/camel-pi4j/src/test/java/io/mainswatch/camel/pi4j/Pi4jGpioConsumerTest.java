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

class Pi4jGpioConsumerTest {

    private final Board board = new Board();

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void theLevelAtStartIsTheFirstExchange() throws Exception {
        board.watch("pi4j-gpio:4?debounce=0");

        Message first = board.next().getMessage();

        assertThat(first.getBody()).isEqualTo(OFF);
        assertThat(first.getHeaders())
                .containsEntry("CamelPi4jGpioPin", 4)
                .containsEntry("CamelPi4jGpioState", "LOW")
                .containsEntry("CamelPi4jGpioEdge", "FALLING")
                .containsEntry("CamelPi4jGpioInitial", true)
                .containsEntry("CamelPi4jGpioSequence", 1L)
                .containsEntry("CamelPi4jGpioDips", 0)
                .containsEntry("CamelPi4jGpioNanoTime", 0L)
                .containsEntry(Exchange.MESSAGE_TIMESTAMP, FakeTime.START);
        assertThat(first.getMessageTimestamp()).isEqualTo(FakeTime.START);
    }

    @Test
    void aChangeCarriesTheMomentAtWhichItHappenedOnBothClocks() throws Exception {
        board.watch("pi4j-gpio:4?debounce=20&hold=40&initialState=false");
        holdTheInitialLevel(40);

        board.time.advance(60);
        board.drive(4, HIGH);
        board.time.advance(40);

        Message change = board.next().getMessage();
        assertThat(change.getBody()).isEqualTo(ON);
        assertThat(change.getHeaders())
                .containsEntry("CamelPi4jGpioState", "HIGH")
                .containsEntry("CamelPi4jGpioEdge", "RISING")
                .containsEntry("CamelPi4jGpioInitial", false)
                .containsEntry("CamelPi4jGpioNanoTime", TimeUnit.MILLISECONDS.toNanos(100))
                .containsEntry(Exchange.MESSAGE_TIMESTAMP, FakeTime.START + 100);
    }

    @Test
    void aGlitchShorterThanTheDebounceTimeYieldsNothing() throws Exception {
        board.watch("pi4j-gpio:4?debounce=50");
        board.time.advance(50);
        assertThat(board.nextLevel()).isEqualTo(OFF);

        board.drive(4, HIGH);
        board.time.advance(49);
        board.drive(4, LOW);
        board.time.advance(1000);
        board.drive(4, HIGH);
        board.time.advance(50);

        Message next = board.next().getMessage();
        assertThat(next.getBody()).isEqualTo(ON);
        assertThat(next.getHeader(Exchange.MESSAGE_TIMESTAMP)).isEqualTo(FakeTime.START + 1099);
        assertThat(next.getHeader("CamelPi4jGpioDips")).isEqualTo(0);
    }

    @Test
    void twoGlitchesStartTheDebounceTimeAnew() throws Exception {
        board.watch("pi4j-gpio:4?debounce=50");
        board.time.advance(50);
        board.next();

        board.drive(4, HIGH);
        board.time.advance(30);
        board.drive(4, LOW);
        board.time.advance(1);
        board.drive(4, HIGH);
        board.time.advance(30);
        board.drive(4, LOW);
        board.time.advance(1);
        board.drive(4, HIGH);
        board.time.advance(50);

        assertThat(board.next().getMessage().getHeader(Exchange.MESSAGE_TIMESTAMP))
                .isEqualTo(FakeTime.START + 50 + 62);
    }

    @Test
    void whatDoesNotHoldIsCountedInTheNextExchange() throws Exception {
        board.watch("pi4j-gpio:4?debounce=5&hold=100");
        board.time.advance(100);
        assertThat(board.nextLevel()).isEqualTo(OFF);

        for (int dip = 0; dip < 3; dip++) {
            board.drive(4, HIGH);
            board.time.advance(99);
            board.drive(4, LOW);
            board.time.advance(500);
        }
        board.drive(4, HIGH);
        board.time.advance(100);

        Message next = board.next().getMessage();
        assertThat(next.getBody()).isEqualTo(ON);
        assertThat(next.getHeader("CamelPi4jGpioDips")).isEqualTo(3);
        assertThat(next.getHeader("CamelPi4jGpioSequence")).isEqualTo(2L);
    }

    @Test
    void activeLowTurnsTheMeaningAndNotTheState() throws Exception {
        board.watch("pi4j-gpio:4?debounce=0&activeLow=true");

        Message low = board.next().getMessage();
        assertThat(low.getBody()).isEqualTo(ON);
        assertThat(low.getHeader("CamelPi4jGpioState")).isEqualTo("LOW");
        assertThat(low.getHeader("CamelPi4jGpioEdge")).isEqualTo("RISING");

        board.drive(4, HIGH);
        assertThat(board.nextLevel()).isEqualTo(OFF);
    }

    @Test
    void onlyTheWantedEdgeBecomesAnExchange() throws Exception {
        board.watch("pi4j-gpio:4?debounce=0&edge=rising");

        board.drive(4, HIGH);
        board.drive(4, LOW);
        board.drive(4, HIGH);

        assertThat(List.of(board.nextLevel(), board.nextLevel())).containsExactly(ON, ON);
        assertThat(board.received).isEmpty();
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

    private void holdTheInitialLevel(long millis) {
        board.time.advance(millis);
        board.drive(4, HIGH);
        board.drive(4, LOW);
    }
}
