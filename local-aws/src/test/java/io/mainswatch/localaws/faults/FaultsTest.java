package io.mainswatch.localaws.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.SettableClock;
import io.mainswatch.localaws.faults.PresenceFault.Delay;
import io.mainswatch.localaws.faults.PresenceFault.Drop;
import io.mainswatch.localaws.store.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final FaultOrder DROP = FaultOrder.of(new Drop());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Changes changes = new Changes();
    private final Faults faults = new Faults(changes, clock);

    @Test
    void nothingStrikesUnlessItIsArmed() {
        assertThat(faults.strike(Drop.class, "cabin")).isEmpty();
        faults.arm(DROP);
        assertThat(faults.strike(Drop.class, "cabin")).isPresent();
        assertThat(faults.strike(Delay.class, "cabin")).isEmpty();
    }

    @Test
    void afterItsTimesItIsOverAndItsCountStays() {
        Arming arming = faults.arm(DROP.times(2));

        assertThat(faults.strike(Drop.class, "a")).isPresent();
        assertThat(arming.remaining()).contains(1);
        assertThat(faults.strike(Drop.class, "b")).isPresent();
        assertThat(faults.strike(Drop.class, "c")).isEmpty();
        assertThat(arming.struck()).isEqualTo(2);
        assertThat(arming.isArmed()).isFalse();
        assertThat(faults.list()).containsExactly(arming);
    }

    @Test
    void afterItsTimeItIsOver() {
        Arming arming = faults.arm(DROP.lasting(Duration.ofSeconds(30)));

        clock.forward(Duration.ofMillis(29_999));
        assertThat(faults.strike(Drop.class, "a")).isPresent();
        clock.forward(Duration.ofMillis(1));
        assertThat(faults.strike(Drop.class, "a")).isEmpty();
        assertThat(arming.struck()).isEqualTo(1);
    }

    @Test
    void oneForAThingLeavesTheOthersAlone() {
        faults.arm(DROP.only("cabin"));

        assertThat(faults.strike(Drop.class, "Cabin")).isEmpty();
        assertThat(faults.strike(Drop.class, List.of("barn", "cabin"))).isPresent();
    }

    @Test
    void addressesAreTheSameInCapitals() {
        faults.arm(FaultOrder.of(new MailFault.Complaint()).only("Ada@Example.org"));

        assertThat(faults.strike(MailFault.Complaint.class, "ada@example.org")).isPresent();
    }

    @Test
    void armingAgainReplacesTheSameKindForTheSameThing() {
        Arming first = faults.arm(DROP.only("cabin").times(5));
        faults.arm(DROP.only("barn"));
        Arming second = faults.arm(DROP.only("cabin").times(1));

        assertThat(first.isArmed()).isFalse();
        assertThat(faults.list()).hasSize(2).contains(second).doesNotContain(first);
    }

    @Test
    void disarmingEndsAKindOrAll() {
        faults.arm(DROP);
        faults.arm(FaultOrder.of(new Delay(Duration.ofSeconds(1))));

        faults.disarm(Drop.class);
        assertThat(faults.strike(Drop.class, "a")).isEmpty();
        assertThat(faults.strike(Delay.class, "a")).isPresent();
        faults.disarmAll();
        assertThat(faults.strike(Delay.class, "a")).isEmpty();
    }

    @Test
    void onlyTheLatestOfThoseThatAreOverAreKept() {
        Arming lasting = faults.arm(DROP);
        for (int i = 0; i < 30; i++) {
            faults.arm(DROP.only("thing-" + i).lasting(Duration.ofSeconds(1)));
            clock.forward(Duration.ofSeconds(2));
        }

        assertThat(faults.list()).hasSize(22).contains(lasting);
        assertThat(faults.list().get(0).order().only()).contains("thing-29");
    }

    @Test
    void whoeverShowsFaultsHearsOfEachChange() {
        List<Changes.Kind> heard = new ArrayList<>();
        changes.listen(heard::add);

        faults.arm(DROP);
        faults.strike(Drop.class, "a");
        faults.disarmAll();

        assertThat(heard).containsExactly(Changes.Kind.FAULTS, Changes.Kind.FAULTS, Changes.Kind.FAULTS);
    }

    @Test
    void anOrderOfNothingIsRefused() {
        assertThatThrownBy(() -> DROP.times(0)).hasMessage("times 0: must be above 0");
        assertThatThrownBy(() -> DROP.lasting(Duration.ZERO)).hasMessage("lasting PT0S: must be above 0");
    }
}
