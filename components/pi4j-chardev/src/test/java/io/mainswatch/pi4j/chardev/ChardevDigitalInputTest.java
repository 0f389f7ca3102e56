package io.mainswatch.pi4j.chardev;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeListener;
import com.pi4j.io.gpio.digital.PullResistance;
import io.mainswatch.pi4j.chardev.kernel.LineFlag;
import io.mainswatch.pi4j.chardev.kernel.LineRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChardevDigitalInputTest {

    private final FakeKernel kernel = new FakeKernel().chip("/dev/gpiochip0", "pinctrl-bcm2711", 58);
    private final Context pi4j = Pi4J.newContextBuilder()
            .add(new ChardevDigitalInputProvider(kernel))
            .build();
    private final List<DigitalState> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void shutDown() {
        pi4j.shutdown();
    }

    @Test
    void theLineIsAskedForWithNameEdgesBiasAndDebounce() {
        open(4, PullResistance.PULL_UP, 20_000);

        assertThat(kernel.requests)
                .containsExactly(new LineRequest(
                        4,
                        "door",
                        LineFlag.INPUT | LineFlag.EDGE_RISING | LineFlag.EDGE_FALLING | LineFlag.BIAS_PULL_UP,
                        20_000,
                        false));
    }

    @ParameterizedTest
    @CsvSource({"OFF, 1024", "PULL_UP, 256", "PULL_DOWN, 512"})
    void everyPullHasItsBias(PullResistance pull, long flag) {
        open(4, pull, 0);

        assertThat(kernel.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.flags() & ~0x34L).isEqualTo(flag));
    }

    @Test
    void theStateIsTheKernels() {
        DigitalInput input = open(4, PullResistance.OFF, 0);
        assertThat(input.state()).isEqualTo(LOW);

        kernel.driveUnseen(4, true);

        assertThat(input.state()).isEqualTo(HIGH);
    }

    @Test
    void edgesReachTheListenerInOrderWithTheKernelsTimeAndNumber() {
        List<EdgeEvent> events = new CopyOnWriteArrayList<>();
        DigitalInput input = open(4, PullResistance.OFF, 0);
        input.addListener((DigitalStateChangeListener) event -> events.add((EdgeEvent) event));
        long before = System.nanoTime();

        kernel.drive(4, true);
        kernel.drive(4, false);
        kernel.drive(4, true);

        await().untilAsserted(
                        () -> assertThat(events).extracting(EdgeEvent::state).containsExactly(HIGH, LOW, HIGH));
        assertThat(events).extracting(EdgeEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(events).extracting(EdgeEvent::nanoTime).isSorted().allMatch(time -> time - before >= 0);
    }

    @Test
    void whenTheKernelDropsEdgesTheLastEventStillTellsTheTruth() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        DigitalInput input = open(4, PullResistance.OFF, 0);
        input.addListener(event -> {
            seen.add(event.state());
            hold(busy);
        });
        kernel.drive(4, true);
        await().until(() -> seen.size() == 1);

        for (int change = 0; change < 101; change++) {
            kernel.drive(4, change % 2 == 1);
        }
        busy.countDown();

        await().untilAsserted(() -> assertThat(seen).hasSizeBetween(2, 18).endsWith(LOW));
        assertThat(input.state()).isEqualTo(LOW);
        assertThat(((ChardevDigitalInput) input).lostEdges()).isEqualTo(101 - 16);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i)).as("never the same twice").isNotEqualTo(seen.get(i - 1));
        }
    }

    @Test
    void closingWakesTheSleepingThreadAndGivesEverythingBack() {
        open(4, PullResistance.OFF, 0);
        assertThat(kernel.descriptors()).as("line and wake-up").isEqualTo(2);
        assertThat(threads()).containsExactly("gpio-line 4 of /dev/gpiochip0 (pinctrl-bcm2711)");

        pi4j.shutdown("door");

        assertThat(kernel.descriptors()).isZero();
        assertThat(threads()).isEmpty();
        open(4, PullResistance.OFF, 0);
        assertThat(kernel.requests).hasSize(2);
    }

    @Test
    void aListenerMayCloseItsOwnLine() {
        DigitalInput input = open(4, PullResistance.OFF, 0);
        input.addListener(event -> pi4j.shutdown("door"));

        kernel.drive(4, true);

        await().untilAsserted(() -> assertThat(kernel.descriptors()).isZero());
    }

    @Test
    void whenTheChipGoesAwayTheLineIsClosedAndSaysSo() {
        DigitalInput input = open(4, PullResistance.OFF, 0);

        kernel.unplug(4);

        await().untilAsserted(() -> assertThat(kernel.descriptors()).isZero());
        assertThatThrownBy(input::state)
                .isInstanceOf(ChardevException.class)
                .hasMessage("line 4 of /dev/gpiochip0 (pinctrl-bcm2711) has been closed.");
        pi4j.shutdown("door");
    }

    private DigitalInput open(int line, PullResistance pull, long debounceMicros) {
        return pi4j.create(DigitalInput.newConfigBuilder(pi4j)
                .id("door")
                .address(line)
                .pull(pull)
                .debounce(debounceMicros)
                .build());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gpio-"))
                .toList();
    }

    private static void hold(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
