package io.mainswatch.localaws.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttMessage;
import org.junit.jupiter.api.Test;

class FailClosedTest {

    @Test
    void whatAGateCannotJudgeDoesNotPass() {
        FailClosed broken = new FailClosed((packet, connection) -> {
            throw new IllegalStateException("the database cannot be read");
        });

        assertThat(broken.intercept(MqttMessage.PINGREQ, null)).isFalse();
        assertThat(new FailClosed((packet, connection) -> true).intercept(MqttMessage.PINGREQ, null))
                .isTrue();
    }
}
