package io.mainswatch.camel.pi4j;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static com.pi4j.io.gpio.digital.DigitalState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.io.exception.IOReadException;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LineWatchTest {

    private final FakeTime time = new FakeTime();
    private final Pi4jGpioConfiguration options = new Pi4jGpioConfiguration();
    private final Deque<DigitalState> readings = new ArrayDeque<>();

    @Test
    void aMissedInterruptIsHealedByTheNextReading() throws Exception {
        options.setDebounce(5);
        options.setRereadPeriod(20);
        readings.add(LOW);
        LineWatch watch = begin();
        time.advance(5);
        assertThat(watch.next()).map(LevelChange::level).contains(GpioLevel.OFF);

        readings.add(HIGH);
        CompletableFuture<Optional<LevelChange>> next = inAnotherThread(watch);
        time.advance(20);
        await().until(readings::isEmpty);
        time.advance(5);

        assertThat(next.get(10, TimeUnit.SECONDS))
                .contains(new LevelChange(GpioLevel.ON, new Moment(25_000_000, FakeTime.START + 25), 0, false));
    }

    @Test
    void aReadingThatIsAskedForDoesNotWaitForThePeriod() throws Exception {
        options.setDebounce(0);
        readings.add(LOW);
        LineWatch watch = begin();
        watch.next();

        readings.add(HIGH);
        CompletableFuture<Optional<LevelChange>> next = inAnotherThread(watch);
        watch.reread();

        assertThat(next.get(10, TimeUnit.SECONDS)).map(LevelChange::level).contains(GpioLevel.ON);
    }

    @Test
    void aNewHoldTimeDecidesWhatIsStillUndecided() throws Exception {
        options.setDebounce(0);
        options.setHold(1_000);
        readings.add(LOW);
        LineWatch watch = begin();
        time.advance(1_000);
        watch.next();

        tell(watch, HIGH);
        CompletableFuture<Optional<LevelChange>> next = inAnotherThread(watch);
        time.advance(200);
        watch.hold(100);

        assertThat(next.get(10, TimeUnit.SECONDS)).map(LevelChange::level).contains(GpioLevel.ON);
    }

    @Test
    void aReadingThatFailsIsToldAndTheNextOneIsMade() throws Exception {
        options.setDebounce(0);
        options.setRereadPeriod(20);
        readings.add(LOW);
        LineWatch watch = begin();
        watch.next();

        time.advance(20);
        assertThatThrownBy(watch::next).isInstanceOf(IOReadException.class);

        readings.add(HIGH);
        time.advance(20);
        assertThat(watch.next()).map(LevelChange::level).contains(GpioLevel.ON);
    }

    @Test
    void aLineWhoseStateNobodyKnowsIsNotTakenForOff() {
        readings.add(UNKNOWN);

        assertThatThrownBy(this::begin)
                .isInstanceOf(GpioLineException.class)
                .hasMessageContaining("pi4j-gpio:0: the provider does not know the line's state");
    }

    @Test
    void aChangeDuringTheReadingMakesTheReadingWorthless() throws Exception {
        options.setDebounce(0);
        LineWatch[] self = new LineWatch[1];
        readings.add(LOW);
        readings.add(HIGH);
        self[0] = new LineWatch(
                options,
                () -> {
                    DigitalState read = readings.remove();
                    if (read == LOW) {
                        tell(self[0], HIGH);
                    }
                    return read;
                },
                time);

        self[0].begin();

        assertThat(self[0].next()).map(LevelChange::level).contains(GpioLevel.ON);
        assertThat(readings).isEmpty();
    }

    @Test
    void theQueueKeepsTheNewestLevelAndAllDips() throws Exception {
        options.setDebounce(0);
        options.setHold(10);
        options.setQueueSize(2);
        readings.add(LOW);
        LineWatch watch = begin();
        DigitalState level = LOW;
        for (int change = 0; change < 3; change++) {
            DigitalState other = DigitalState.getInverseState(level);
            time.advance(10);
            tell(watch, other);
            time.advance(9);
            tell(watch, level);
            time.advance(10);
            tell(watch, other);
            level = other;
        }
        time.advance(10);
        watch.close();

        assertThat(watch.next()).contains(new LevelChange(GpioLevel.OFF, at(58), 2, false));
        assertThat(watch.next()).contains(new LevelChange(GpioLevel.ON, at(87), 1, false));
        assertThat(watch.next()).isEmpty();
        assertThat(watch.dropped()).isEqualTo(2);
    }

    @Test
    void theDipsOfChangesThatNobodyWantsGoToTheNextThatSomebodyDoes() throws Exception {
        options.setDebounce(0);
        options.setHold(10);
        options.setEdge(GpioEdge.RISING);
        readings.add(HIGH);
        LineWatch watch = begin();
        for (DigitalState next : List.of(LOW, HIGH)) {
            time.advance(10);
            tell(watch, next);
            time.advance(9);
            tell(watch, DigitalState.getInverseState(next));
            time.advance(10);
            tell(watch, next);
        }
        time.advance(10);
        watch.close();

        assertThat(watch.next()).map(LevelChange::initial).contains(true);
        assertThat(watch.next()).contains(new LevelChange(GpioLevel.ON, at(58), 2, false));
        assertThat(watch.next()).isEmpty();
    }

    @Test
    void closingEndsTheWait() throws Exception {
        options.setInitialState(false);
        readings.add(LOW);
        LineWatch watch = begin();
        CompletableFuture<Optional<LevelChange>> next = inAnotherThread(watch);

        watch.close();

        assertThat(next.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aChangeStampedBeforeTheLastOneDoesNotTurnTimeBack() throws Exception {
        options.setDebounce(0);
        readings.add(LOW);
        LineWatch watch = begin();
        watch.next();
        time.advance(10);
        tell(watch, HIGH);
        time.advance(-5);
        tell(watch, LOW);

        assertThat(watch.next()).map(LevelChange::since).contains(at(10));
        assertThat(watch.next()).map(LevelChange::since).contains(at(10));
    }

    private LineWatch begin() {
        LineWatch watch = new LineWatch(options, this::read, time);
        watch.begin();
        return watch;
    }

    private DigitalState read() {
        DigitalState state = readings.poll();
        if (state == null) {
            throw new IOReadException("the chip is gone");
        }
        return state;
    }

    private static CompletableFuture<Optional<LevelChange>> inAnotherThread(LineWatch watch) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return watch.next();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void tell(LineWatch watch, DigitalState state) {
        watch.onDigitalStateChange(new DigitalStateChangeEvent<>(null, state));
    }

    private static Moment at(long millis) {
        return new Moment(TimeUnit.MILLISECONDS.toNanos(millis), FakeTime.START + millis);
    }
}
