package io.mainswatch.camel.aws2.iot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.camel.aws2.iot.StandIn;
import io.mainswatch.camel.aws2.iot.StandInExtension;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page's routes that watch a shadow, with the real SDK client. */
@ExtendWith(StandInExtension.class)
class WatchedShadowsAtStandInTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final StandIn aws;

    WatchedShadowsAtStandInTest(StandIn aws) {
        this.aws = aws;
    }

    @Test
    void aWatchedShadowIsSeenWhenItIsMadeChangedAndDeleted() {
        String lamp = "aws2-iot-data:shadows?thingName=watched-lamp&operation=";

        aws.done(lamp + "updateThingShadow", "{\"state\":{\"reported\":{\"on\":true}}}", Map.of());
        awaitSeen(message -> Long.valueOf(1).equals(message.getHeader(IotData2Constants.VERSION)));
        aws.done(lamp + "updateThingShadow", "{\"state\":{\"reported\":{\"on\":false}}}", Map.of());
        awaitSeen(message -> message.getBody(String.class).contains("\"on\":false"));
        aws.done(lamp + "deleteThingShadow", null, Map.of());
        awaitSeen(message ->
                message.getBody() == null && Boolean.TRUE.equals(message.getHeader(IotData2Constants.ABSENT)));

        assertThat(seenOf("watched-lamp")).hasSize(3);
    }

    /** It skips what its first poll finds, so the shadow changes until a change is seen. */
    @Test
    void aNamedShadowIsWatched() {
        String update = "aws2-iot-data:shadows?thingName=watched-door&shadowName=lock&operation=updateThingShadow";

        await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
            aws.done(update, "{\"state\":{\"reported\":{\"lock\":\"shut\"}}}", Map.of());
            return seenOf("watched-door")
                    .anyMatch(message -> "lock".equals(message.getHeader(IotData2Constants.SHADOW_NAME)));
        });
    }

    private void awaitSeen(Predicate<Message> what) {
        await().atMost(SOON).until(() -> seenOf("watched-lamp").anyMatch(what));
    }

    private Stream<Message> seenOf(String thing) {
        return aws.seen().stream().filter(message -> thing.equals(message.getHeader(IotData2Constants.THING_NAME)));
    }
}
