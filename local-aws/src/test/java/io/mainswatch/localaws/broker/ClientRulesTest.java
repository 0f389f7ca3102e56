package io.mainswatch.localaws.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site/cabin",
                "$aws/things/cabin/shadow/update",
                "$aws/things/cabin/shadow/get",
                "$aws/things/cabin/shadow/name/pump/delete"
            })
    void ordinaryTopicsAndShadowRequestsMayBePublished(String topic) {
        assertThat(ClientRules.publish(topic, 1, false, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$aws/things/cabin/shadow/update/accepted",
                "$aws/things/cabin/shadow/update/rejected",
                "$aws/things/cabin/shadow/update/delta",
                "$aws/things/cabin/shadow/update/documents",
                "$aws/things/cabin/shadow/name/pump/get/accepted",
                "$aws/things/ca bin/shadow/update",
                "$aws/events/presence/disconnected/cabin",
                "$share/group/site/cabin",
                "$sys/mqtt/sessions"
            })
    void theServicesOwnTopicsMayNot(String topic) {
        assertThat(ClientRules.publish(topic, 1, false, 100))
                .get()
                .extracting(ClientRules.Violation::reason)
                .isEqualTo(DisconnectReason.AUTH_ERROR);
    }

    @Test
    void aPayloadMayHave128KilobytesAndNotAByteMore() {
        assertThat(ClientRules.publish("t", 0, false, 131_072)).isEmpty();
        assertThat(ClientRules.publish("t", 0, false, 131_073))
                .get()
                .extracting(ClientRules.Violation::reason)
                .isEqualTo(DisconnectReason.CLIENT_ERROR);
    }

    @Test
    void retainIsForOrdinaryTopicsOnly() {
        assertThat(ClientRules.publish("t", 1, true, 1)).isEmpty();
        assertThat(ClientRules.publish("$aws/things/cabin/shadow/update", 1, true, 1))
                .isPresent();
    }

    @Test
    void thereIsNoQosTwo() {
        assertThat(ClientRules.publish("t", 2, false, 1)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "+/status",
                "$aws/events/presence/+/+",
                "$aws/things/+/shadow/update/documents",
                "$share/workers/$aws/things/+/shadow/update/documents",
                "$share/workers/site/+"
            })
    void allThatAwsHasMayBeSubscribedTo(String filter) {
        assertThat(ClientRules.subscribe(filter, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$sys/mqtt/sessions", "$SYS/#", "$share/workers/$sys/#"})
    void theBrokersInsidesMayNot(String filter) {
        assertThat(ClientRules.subscribe(filter, 1)).isPresent();
    }

    @Test
    void aSubscriptionHasNoQosTwoEither() {
        assertThat(ClientRules.subscribe("t", 2)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/2/3/4/5/6/7/8",
                "$aws/things/cabin/shadow/name/pump/update",
            })
    void aTopicMayHaveSevenSlashes(String topic) {
        assertThat(ClientRules.publish(topic, 1, false, 1)).isEmpty();
        assertThat(ClientRules.subscribe(topic, 1)).isEmpty();
    }

    @Test
    void theGroupOfASharedSubscriptionDoesNotCount() {
        assertThat(ClientRules.subscribe("$share/group/1/2/3/4/5/6/7/8", 1)).isEmpty();
        assertThat(ClientRules.subscribe("$share/group/" + "x".repeat(256), 1)).isEmpty();
        assertThat(ClientRules.subscribe("$share/group/1/2/3/4/5/6/7/8/9", 1)).isPresent();
    }

    @Test
    void longerAndDeeperTopicsAreRefused() {
        assertThat(ClientRules.publish("1/2/3/4/5/6/7/8/9", 1, false, 1)).isPresent();
        assertThat(ClientRules.subscribe("1/2/3/4/5/6/7/8/#", 1)).isPresent();
        assertThat(ClientRules.publish("ä".repeat(128), 1, false, 1)).isEmpty();
        assertThat(ClientRules.publish("ä".repeat(128) + "x", 1, false, 1)).isPresent();
    }

    @Test
    void aClientIdMustNotBeginWithADollarNorBeLongerThan128Bytes() {
        assertThat(ClientRules.connect("cabin")).isEmpty();
        assertThat(ClientRules.connect("$cabin")).isPresent();
        assertThat(ClientRules.connect("ä".repeat(64))).isEmpty();
        assertThat(ClientRules.connect("ä".repeat(65))).isPresent();
    }
}
