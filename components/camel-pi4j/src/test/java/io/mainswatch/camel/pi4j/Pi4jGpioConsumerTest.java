package io.mainswatch.camel.pi4j;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static io.mainswatch.camel.pi4j.GpioLevel.OFF;
import static io.mainswatch.camel.pi4j.GpioLevel.ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.io.gpio.digital.PullResistance;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which levels of a line become exchanges, and what those say. */
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
    void theHoldTimeCanBeChangedWhileTheLineIsWatchedAndStaysOverARestartOfTheRoute() throws Exception {
        board.watch("pi4j-gpio:4?debounce=5&hold=100");
        board.time.advance(100);
        board.next();

        ((Pi4jGpioConsumer) board.camel.getRoute("watch").getConsumer()).setHold(10);
        board.drive(4, HIGH);
        board.time.advance(10);
        assertThat(board.nextLevel()).isEqualTo(ON);

        board.camel.getRouteController().stopRoute("watch");
        board.camel.getRouteController().startRoute("watch");
        board.time.advance(10);
        assertThat(board.nextLevel()).isEqualTo(OFF);
    }

    @Test
    void aHoldTimeBelowZeroIsRefused() throws Exception {
        board.watch("pi4j-gpio:4");
        Pi4jGpioConsumer consumer =
                (Pi4jGpioConsumer) board.camel.getRoute("watch").getConsumer();

        assertThatThrownBy(() -> consumer.setHold(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hold");
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
    void theLineIsOpenedWithItsPullAndDebouncedByTheProviderOnlyWhenAsked() throws Exception {
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?pull=up&hardwareDebounce=5").to("mock:a");
                from("pi4j-gpio:5?pull=down").to("mock:b");
                from("pi4j-gpio:6").to("mock:c");
            }
        });

        assertThat(board.input(4).config().pull()).isEqualTo(PullResistance.PULL_UP);
        assertThat(board.input(4).config().debounce()).as("microseconds").isEqualTo(5000);
        assertThat(board.input(5).config().pull()).isEqualTo(PullResistance.PULL_DOWN);
        assertThat(board.input(5).config().debounce()).isZero();
        assertThat(board.input(6).config().pull()).isEqualTo(PullResistance.OFF);
    }

    @Test
    void oneThreadOfTheConsumerCarriesAllLevels() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0").process(exchange -> {
                    threads.add(Thread.currentThread().getName());
                    board.received.add(exchange.copy());
                });
            }
        });
        board.next();
        for (int change = 0; change < 10; change++) {
            board.drive(4, change % 2 == 0 ? HIGH : LOW);
            board.next();
        }

        assertThat(threads).hasSize(1).first().asString().contains("pi4j-gpio-4");
        assertThat(threads).doesNotContain(Thread.currentThread().getName());
    }

    private void holdTheInitialLevel(long millis) {
        board.time.advance(millis);
        board.drive(4, HIGH);
        board.drive(4, LOW);
    }
}
