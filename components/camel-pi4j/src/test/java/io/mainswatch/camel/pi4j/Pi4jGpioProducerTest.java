package io.mainswatch.camel.pi4j;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pi4jGpioProducerTest {

    private final Board board = new Board();

    @AfterEach
    void close() {
        board.close();
    }

    @ParameterizedTest
    @CsvSource({"on,HIGH", "ON,HIGH", "true,HIGH", "1,HIGH", "off,LOW", "Off,LOW", "false,LOW", " 0 ,LOW"})
    void setsTheLevelThatTheBodyNames(String body, DigitalState state) throws Exception {
        to("pi4j-gpio:17?initialValue=" + (state == HIGH ? "off" : "on"));

        send(body);

        assertThat(board.output(17).state()).isEqualTo(state);
    }

    @Test
    void takesTheBodyOfAConsumerAndABoolean() throws Exception {
        to("pi4j-gpio:17");

        send(GpioLevel.ON);
        assertThat(board.output(17).state()).isEqualTo(HIGH);
        send(false);
        assertThat(board.output(17).state()).isEqualTo(LOW);
    }

    @Test
    void aBodyThatIsNoLevelFailsTheExchangeAndLeavesTheLine() throws Exception {
        to("pi4j-gpio:17?initialValue=on");

        assertThatThrownBy(() -> send("HIGH"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseMessage("'HIGH' is not the level of a line; it must be on, off, true, false, 1 or 0.");
        assertThat(board.output(17).state()).isEqualTo(HIGH);
    }

    @Test
    void activeLowDrivesTheLineTheOtherWayRound() throws Exception {
        to("pi4j-gpio:17?activeLow=true&shutdownValue=on");
        MockDigitalOutput line = board.output(17);
        assertThat(line.state()).as("off from the start").isEqualTo(HIGH);

        send("on");
        assertThat(line.state()).isEqualTo(LOW);
        send("off");
        assertThat(line.state()).isEqualTo(HIGH);
        board.camel.stop();
        assertThat(line.state()).isEqualTo(LOW);
    }

    @Test
    void theLineKeepsItsLevelAtStopUnlessToldOtherwise() throws Exception {
        to("pi4j-gpio:17?initialValue=on");
        MockDigitalOutput line = board.output(17);

        board.camel.stop();

        assertThat(line.state()).isEqualTo(HIGH);
        assertThat(board.pi4j.registry().exists("pi4j-gpio-17")).isFalse();
    }

    @Test
    void anActionNeedsNoBody() throws Exception {
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:on").to("pi4j-gpio:1?action=on");
                from("direct:off").to("pi4j-gpio:2?action=off&initialValue=on");
                from("direct:toggle").to("pi4j-gpio:3?action=toggle");
            }
        });

        for (String action : List.of("on", "off", "toggle")) {
            board.camel.createProducerTemplate().sendBody("direct:" + action, null);
        }
        assertThat(board.output(1).state()).isEqualTo(HIGH);
        assertThat(board.output(2).state()).isEqualTo(LOW);
        assertThat(board.output(3).state()).isEqualTo(HIGH);

        board.camel.createProducerTemplate().sendBody("direct:toggle", null);
        assertThat(board.output(3).state()).isEqualTo(LOW);
    }

    @Test
    void aPulseEndsByItselfAndTheExchangeDoesNotWait() throws Exception {
        to("pi4j-gpio:17?action=pulse&pulseTime=30");
        List<DigitalState> states = record(board.output(17));

        send("anything");

        assertThat(states).contains(HIGH);
        await().untilAsserted(() -> assertThat(states).containsExactly(HIGH, LOW));
    }

    @Test
    void aSecondPulseProlongsTheFirst() throws Exception {
        to("pi4j-gpio:17?action=pulse&pulseTime=300");
        AtomicLong ended = new AtomicLong();
        board.output(17).addListener(event -> ended.set(event.state() == LOW ? System.nanoTime() : 0));

        send("anything");
        long second = System.nanoTime();
        send("anything");

        await().until(() -> ended.get() != 0);
        assertThat(Duration.ofNanos(ended.get() - second)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void theStopEndsAPulse() throws Exception {
        to("pi4j-gpio:17?action=pulse&pulseTime=1h");
        MockDigitalOutput line = board.output(17);
        send("anything");
        assertThat(line.state()).isEqualTo(HIGH);

        board.camel.stop();

        assertThat(line.state()).isEqualTo(LOW);
    }

    @Test
    void inModeInputItReadsTheLineThatAConsumerWatches() throws Exception {
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0&hold=1h").to("mock:never");
                from("direct:go").to("pi4j-gpio:4?mode=input");
            }
        });
        board.time.advance(7);
        board.drive(4, HIGH);

        Exchange read = board.camel.createProducerTemplate().request("direct:go", exchange -> {});

        assertThat(read.getMessage().getBody()).isEqualTo(GpioLevel.ON);
        assertThat(read.getMessage().getHeaders())
                .containsEntry("CamelPi4jGpioPin", 4)
                .containsEntry("CamelPi4jGpioState", "HIGH")
                .containsEntry("CamelPi4jGpioNanoTime", 7_000_000L)
                .containsEntry(Exchange.MESSAGE_TIMESTAMP, FakeTime.START + 7);
    }

    private void to(String uri) throws Exception {
        board.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:go").to(uri);
            }
        });
    }

    private void send(Object body) {
        board.camel.createProducerTemplate().sendBody("direct:go", body);
    }

    private static List<DigitalState> record(MockDigitalOutput line) {
        List<DigitalState> states = new CopyOnWriteArrayList<>();
        line.addListener(event -> states.add(event.state()));
        return states;
    }
}
