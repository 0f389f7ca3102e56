package io.mainswatch.localaws.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.localaws.broker.Caller;
import io.mainswatch.localaws.identity.policy.Facts;
import io.mainswatch.localaws.identity.policy.Policy;
import io.mainswatch.localaws.identity.policy.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private static final Caller CABIN = new Caller("certificate-1", "cabin");
    private static final Request CONNECT =
            new Request("iot:Connect", "arn:aws:iot:eu-central-1:000000000000:client/cabin");

    private final List<Policy> policies = new ArrayList<>();
    private int lookUps;
    private Runnable meanwhile = () -> {};
    private final Standings standings = new Standings(caller -> {
        lookUps++;
        List<Policy> found = List.copyOf(policies);
        meanwhile.run();
        return new Standing(found, new Facts(caller.clientId(), caller.principal(), Optional.empty()));
    });

    @Test
    void aCallerIsLookedUpOnceUntilSomethingChanges() {
        assertThat(standings.of(CABIN).allows(CONNECT)).isFalse();
        assertThat(standings.of(CABIN).allows(CONNECT)).isFalse();
        assertThat(lookUps).isEqualTo(1);

        policies.add(allowAll());
        standings.changed();

        assertThat(standings.of(CABIN).allows(CONNECT)).isTrue();
        assertThat(lookUps).isEqualTo(2);
    }

    @Test
    void whatWasLookedUpWhileAChangeCameInIsNotKept() {
        meanwhile = () -> {
            policies.add(allowAll());
            standings.changed();
            meanwhile = () -> {};
        };

        assertThat(standings.of(CABIN).allows(CONNECT)).isFalse();
        assertThat(standings.of(CABIN).allows(CONNECT)).isTrue();
    }

    @Test
    void manyQuestionsOfOneCallerAreAnsweredRightAlsoBeyondWhatIsRemembered() {
        policies.add(Policy.parse("""
                {"Version": "2012-10-17", "Statement":
                  {"Effect": "Allow", "Action": "iot:Publish", "Resource": "arn:aws:iot:*:*:topic/*7"}}
                """));
        for (int i = 0; i < 1_000; i++) {
            Request publish = new Request("iot:Publish", "arn:aws:iot:eu-central-1:000000000000:topic/" + i);
            assertThat(standings.of(CABIN).allows(publish)).isEqualTo(i % 10 == 7);
        }
    }

    private static Policy allowAll() {
        return Policy.parse("""
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
                """);
    }
}
