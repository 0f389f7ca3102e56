package io.mainswatch.localaws.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import io.mainswatch.localaws.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ThrottlingException;

class ShadowQuotaTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

    @RegisterExtension
    static final LocalAwsExtension LOCAL =
            new LocalAwsExtension(aws -> aws.clock(CLOCK).shadowRequestsPerSecond(4));

    private static IotDataPlaneClient data;

    @BeforeAll
    static void connect() {
        data = AwsClients.dataWithoutRetries(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        data.close();
    }

    @Test
    void aThingThatAsksTooOftenIsRejectedByItsTokenUntilSomeTimeHasPassed() throws MqttException {
        String shadow = "$aws/things/eager/shadow";
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "eager").listen(shadow + "/get/rejected")) {
            for (int i = 0; i < 4; i++) {
                update("eager");
            }
            thing.publish(shadow + "/get", "{\"clientToken\":\"fifth\"}");

            JsonNode rejected = thing.next(shadow + "/get/rejected");
            assertThat(rejected.get("code").asInt()).isEqualTo(429);
            assertThat(rejected.get("message").asText()).isEqualTo("Too many requests for thing eager");
            assertThat(rejected.get("clientToken").asText()).isEqualTo("fifth");
            assertThatThrownBy(() -> update("eager")).isInstanceOf(ThrottlingException.class);
            update("patient");
            CLOCK.forward(Duration.ofMillis(250));
            update("eager");
        }
    }

    @Test
    void soManyRequestsMayWaitAndOneMoreMayNotUntilOneIsAnswered() {
        ShadowQuota quota = new ShadowQuota(2, 100, CLOCK);

        assertThat(quota.admits("cabin")).isTrue();
        assertThat(quota.admits("cabin")).isTrue();
        assertThat(quota.admits("cabin")).isFalse();
        assertThat(quota.admits("shed")).isTrue();
        quota.answered("cabin");
        assertThat(quota.admits("cabin")).isTrue();
    }

    @Test
    void aQuietThingSavesASecondsWorthAndNoMore() {
        ShadowQuota quota = new ShadowQuota(100, 2, CLOCK);
        quota.admits("cabin");
        CLOCK.forward(Duration.ofHours(1));

        assertThat(quota.admits("cabin")).isTrue();
        assertThat(quota.admits("cabin")).isTrue();
        assertThat(quota.admits("cabin")).isFalse();
        CLOCK.forward(Duration.ofMillis(500));
        assertThat(quota.admits("cabin")).isTrue();
        assertThat(quota.admits("cabin")).isFalse();
    }

    private static void update(String thing) {
        data.updateThingShadow(r -> r.thingName(thing).payload(SdkBytes.fromUtf8String("{\"state\":{}}")));
    }
}
