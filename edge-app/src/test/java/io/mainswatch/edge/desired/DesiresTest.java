package io.mainswatch.edge.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.edge.durable.KeptValues;
import io.mainswatch.edge.report.ShadowReply;
import io.mainswatch.settings.Range;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read in deltas, and what becomes of the part that cannot be done. */
class DesiresTest {

    private static final long NOW = 1_763_905_623;

    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private final Refusals refusals = new Refusals(changes::incrementAndGet);
    private Desires desires;

    @BeforeEach
    void sirenAndHold() {
        Adjustable hold = new Adjustable(
                "hold",
                "mainswatch.input.power.hold",
                new Range.Time(Duration.ZERO, Duration.ofHours(1)),
                Duration.ofSeconds(2),
                time -> {});
        KeptValues kept = new KeptValues(folder.resolve("kept"));
        desires = new Desires(Set.of("siren"), new AdjustableSettings(List.of(hold), kept), refusals);
    }

    @Test
    void everythingThatCanBeDoneIsReadInOneOrder() {
        Map<String, Object> state =
                Map.of("report", "a-1", "outputs", Map.of("siren", "on"), "settings", Map.of("hold", "5s"));

        assertThat(read(7, state))
                .containsExactly(
                        new Desire.Setting("hold", "5s", Duration.ofSeconds(5)),
                        new Desire.Output("siren", GpioLevel.ON),
                        new Desire.Report("a-1"));
        assertThat(refusals.asReported()).isNull();
        assertThat(changes).hasValue(0);
    }

    @Test
    void aDeltaOlderThanOneThatWasReadIsLate() {
        read(7, Map.of());

        assertThat(desires.isInTime(delta(6, NOW, Map.of()))).isFalse();
        assertThat(desires.isInTime(delta(7, NOW, Map.of()))).as("comes again").isTrue();
        assertThat(desires.isInTime(delta(8, NOW, Map.of()))).isTrue();
    }

    @Test
    void aShadowThatWasDeletedAndCountsAnewIsHeard() {
        read(7, Map.of());

        assertThat(desires.isInTime(delta(1, NOW + 200_000, Map.of()))).isTrue();
    }

    @Test
    void aDeltaWithoutContentOrWithContentOfOthersAsksForNothing() {
        assertThat(read(1, null)).isEmpty();
        assertThat(read(2, Map.of("colour", "red"))).isEmpty();
        assertThat(refusals.asReported()).isNull();
    }

    @Test
    void aRefusalIsToldOnceHoweverOftenTheDeltaComes() {
        read(7, Map.of("outputs", Map.of("siren", "maybe")));
        read(8, Map.of("outputs", Map.of("siren", "maybe")));
        read(9, Map.of("outputs", Map.of("siren", "maybe")));

        assertThat(changes).hasValue(1);
    }

    @Test
    void anotherBadValueIsAnotherRefusal() {
        read(7, Map.of("outputs", Map.of("siren", "maybe")));
        read(8, Map.of("outputs", Map.of("siren", 1)));

        assertThat(changes).hasValue(2);
        assertThat(refusals.asReported())
                .singleElement()
                .isEqualTo(Map.of("name", "outputs.siren", "value", "1", "reason", "must be the text on or off"));
    }

    @Test
    void anAttemptThatFailsIsARefusalUntilItSucceeds() {
        ShadowReply delta = delta(7, NOW, Map.of("outputs", Map.of("siren", "on")));
        for (int time = 0; time < 3; time++) {
            desires.in(delta);
            refusals.failed(new Desire.Output("siren", GpioLevel.ON), new IllegalStateException("line 17 is busy"));
            refusals.conclude();
        }
        assertThat(changes).hasValue(1);
        assertThat(refusals.asReported().get(0)).containsEntry("reason", "failed: line 17 is busy");

        read(8, Map.of("outputs", Map.of("siren", "on")));
        assertThat(refusals.asReported()).isNull();
        assertThat(changes).hasValue(2);
    }

    @Test
    void anUpdateThatDesiresSomethingElseOrNothingInItsPlaceSettlesARefusal() {
        for (Object withdrawn : withdrawals()) {
            read(7, Map.of("outputs", Map.of("siren", "maybe")));
            Map<String, Object> state = new HashMap<>();
            state.put("desired", withdrawn);

            assertThat(refusals.isSettledBy(delta(8, NOW, state)))
                    .as("%s", withdrawn)
                    .isTrue();
            assertThat(refusals.asReported()).isNull();
        }
    }

    @Test
    void otherUpdatesSettleNothing() {
        read(7, Map.of("outputs", Map.of("siren", "maybe")));

        assertThat(refusals.isSettledBy(delta(7, NOW, Map.of("desired", Map.of("outputs", Map.of("siren", "maybe"))))))
                .as("the one that desired it, heard late")
                .isFalse();
        assertThat(refusals.isSettledBy(delta(6, NOW, Map.of("desired", Map.of("outputs", Map.of("siren", "off"))))))
                .as("an older one")
                .isFalse();
        assertThat(refusals.isSettledBy(delta(8, NOW, Map.of("desired", Map.of("outputs", Map.of("horn", "on"))))))
                .as("of something else")
                .isFalse();
        assertThat(refusals.isSettledBy(delta(8, NOW, Map.of("reported", Map.of()))))
                .as("our own")
                .isFalse();
        assertThat(refusals.asReported()).hasSize(1);
    }

    @Test
    void afterAReconnectTheListBeginsEmptyAndTheNextDeltaFillsIt() {
        read(7, Map.of("outputs", Map.of("siren", "maybe")));
        refusals.connected();
        assertThat(refusals.asReported()).isNull();

        read(8, Map.of("outputs", Map.of("siren", "maybe")));

        assertThat(refusals.asReported()).hasSize(1);
        assertThat(changes).hasValue(2);
    }

    @Test
    void muchNonsenseMakesNoLongReport() {
        Map<String, Object> nonsense = IntStream.range(0, 500)
                .boxed()
                .collect(Collectors.toMap(i -> "n".repeat(500) + "\n" + i, i -> List.of("v".repeat(500))));

        read(7, Map.of("outputs", nonsense, "settings", nonsense, "report", nonsense));

        assertThat(refusals.asReported().toString()).hasSizeLessThan(2_000).doesNotContain("\n");
    }

    private static List<Object> withdrawals() {
        List<Object> withdrawals = new ArrayList<>();
        withdrawals.add(null);
        withdrawals.add(nothing("outputs"));
        withdrawals.add(Map.of("outputs", nothing("siren")));
        withdrawals.add(Map.of("outputs", Map.of("siren", "off")));
        withdrawals.add(Map.of("outputs", "none"));
        return withdrawals;
    }

    private static Map<String, Object> nothing(String member) {
        Map<String, Object> map = new HashMap<>();
        map.put(member, null);
        return map;
    }

    private List<Desire> read(long version, Map<String, Object> state) {
        List<Desire> read = desires.in(delta(version, NOW, state));
        refusals.conclude();
        return read;
    }

    private static ShadowReply delta(long version, long timestamp, Map<String, Object> state) {
        return new ShadowReply(null, 0, null, version, timestamp, state);
    }
}
