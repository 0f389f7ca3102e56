package io.mainswatch.edge.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.edge.report.Outcome.Accepted;
import io.mainswatch.edge.report.Outcome.Rejected;
import io.mainswatch.edge.report.Outcome.Silence;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private final Replies patient = new Replies(Duration.ofSeconds(30));
    private final Replies hasty = new Replies(Duration.ofMillis(20));

    @Test
    void anAnswerQuickerThanTheAwaitingThreadIsNotLost() throws Exception {
        patient.expect("6f1c2a9e-42");
        patient.accepted("6f1c2a9e-42");

        assertThat(patient.await()).isInstanceOf(Accepted.class);
    }

    @Test
    void anAnswerWakesTheThreadThatWaits() throws Exception {
        ExecutorService reporter = Executors.newSingleThreadExecutor();
        patient.expect("6f1c2a9e-42");
        Future<Outcome> outcome = reporter.submit(patient::await);

        patient.rejected("6f1c2a9e-42", 409, "Version conflict");

        assertThat(outcome.get()).isEqualTo(new Rejected(409, "Version conflict"));
        reporter.shutdown();
    }

    @Test
    void answersToOthersAreLetGo() throws Exception {
        hasty.expect("6f1c2a9e-42");
        hasty.accepted("6f1c2a9e-41");
        hasty.accepted(null);
        hasty.rejected("somebody-else", 403, "Forbidden");

        assertThat(hasty.await()).isInstanceOf(Silence.class);
    }

    @Test
    void anAnswerThatComesLateMeetsTheSecondAttempt() throws Exception {
        hasty.expect("6f1c2a9e-42");
        hasty.await();
        hasty.expect("6f1c2a9e-42");
        hasty.accepted("6f1c2a9e-42");

        assertThat(hasty.await()).isInstanceOf(Accepted.class);
    }

    @Test
    void silencesAreCountedUntilSomebodyAnswers() throws Exception {
        hasty.expect("a");
        assertThat(hasty.await()).isEqualTo(new Silence(1));
        assertThat(hasty.await()).isEqualTo(new Silence(2));
        hasty.expect("b");
        hasty.rejected("b", 500, "Internal service failure");
        hasty.await();
        hasty.expect("c");
        assertThat(hasty.await()).isEqualTo(new Silence(1));
    }
}
