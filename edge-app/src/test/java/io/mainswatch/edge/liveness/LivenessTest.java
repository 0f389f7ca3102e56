package io.mainswatch.edge.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class LivenessTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private boolean connected = true;
    private boolean due;
    private long failures;
    private long answers;
    private Duration time = Duration.ZERO;

    private final Liveness liveness = new Liveness(
            () -> connected,
            () -> failures,
            () -> "the name cannot be resolved",
            () -> due,
            () -> answers,
            () -> time.toNanos(),
            LIMIT);

    @Test
    void aConnectionWithNothingToReportLives() {
        assertThat(lookAfter(Duration.ofDays(7)).deaf()).isFalse();
        assertThat(lookAfter(Duration.ofDays(7)).words()).isEqualTo("connected, all is answered");
    }

    @Test
    void reportsThatNobodyAnswersAreDeafnessAfterTenMinutes() {
        due = true;

        assertThat(lookAfter(Duration.ofSeconds(599)).deaf()).isFalse();
        Life life = lookAfter(Duration.ofSeconds(1));

        assertThat(life.deaf()).isTrue();
        assertThat(life.words()).isEqualTo("connected, but no answer for 600 s");
    }

    @Test
    void anyAnswerIsASignOfLife() {
        due = true;
        lookAfter(Duration.ofSeconds(599));
        answers++;

        assertThat(lookAfter(Duration.ofSeconds(1)).silent()).isZero();
        assertThat(lookAfter(Duration.ofSeconds(599)).deaf()).isFalse();
    }

    @Test
    void aNetworkThatIsAwayForAWeekEndsNothingAsLongAsConnectingIsTried() {
        connected = false;
        due = true;
        for (int minute = 0; minute < 7 * 24 * 60; minute++) {
            failures++;
            assertThat(lookAfter(Duration.ofMinutes(1)).deaf()).isFalse();
        }
        assertThat(liveness.look().words()).isEqualTo("the name cannot be resolved");
    }

    @Test
    void aKeeperThatNoLongerTriesIsDeaf() {
        connected = false;

        assertThat(lookAfter(LIMIT).deaf()).isTrue();
    }

    @Test
    void aConnectionThatIsRenewedAgainAndAgainAndStaysDeafIsNoLife() {
        due = true;
        for (int minute = 0; minute < 9; minute++) {
            connected = false;
            lookAfter(Duration.ofSeconds(2));
            connected = true;
            assertThat(lookAfter(Duration.ofSeconds(58)).deaf()).isFalse();
        }

        assertThat(lookAfter(Duration.ofMinutes(1)).deaf()).isTrue();
    }

    @Test
    void healthTellsConnectedFromAnswered() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ThingHealth health = new ThingHealth(liveness);
            health.setCamelContext(context);

            assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
            due = true;
            time = time.plusSeconds(31);
            HealthCheck.Result deaf = health.call();
            connected = false;
            failures++;

            assertThat(deaf.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(deaf.getMessage()).contains("connected, but no answer for 31 s");
            assertThat(deaf.getDetails()).containsEntry("connected", true).containsEntry("silent.seconds", 31L);
            assertThat(health.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        }
    }

    private Life lookAfter(Duration passed) {
        time = time.plus(passed);
        return liveness.look();
    }
}
