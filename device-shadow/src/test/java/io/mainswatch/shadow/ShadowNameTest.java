package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowNameTest {

    @ParameterizedTest
    @CsvSource({
        "$aws/things/lamp-1/shadow/update, lamp-1, , UPDATE",
        "$aws/things/a:B_9-/shadow/get, a:B_9-, , GET",
        "$aws/things/lamp-1/shadow/name/c$1/delete, lamp-1, c$1, DELETE",
        "$aws/things/name/shadow/name/update/update, name, update, UPDATE"
    })
    void aRequestTopicNamesShadowAndOperation(String topic, String thing, String shadow, ShadowOperation operation) {
        RequestTopic request = RequestTopic.parse(topic).orElseThrow();

        assertThat(request.shadow().thing()).isEqualTo(thing);
        assertThat(request.shadow().shadow().orElse(null)).isEqualTo(shadow);
        assertThat(request.operation()).isEqualTo(operation);
        assertThat(request.topic()).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$aws/things/lamp/shadow",
                "$aws/things/lamp/shadow/",
                "$aws/things/lamp/shadow/update/accepted",
                "$aws/things/lamp/shadow/update/",
                "$aws/things/lamp/shadow/UPDATE",
                "$aws/things/lamp/shadow/config/update",
                "$aws/things/lamp/shadow/name/update",
                "$aws/things/lamp/shadow/name//update",
                "$aws/things/lamp/shadow/name/a/b/update",
                "$aws/things//shadow/update",
                "$aws/things/la mp/shadow/update",
                "$aws/things/l$mp/shadow/update",
                "$aws/things/lämp/shadow/update",
                "$aws/things/lamp/shadow/update\n",
                "aws/things/lamp/shadow/update",
                "/$aws/things/lamp/shadow/update"
            })
    void anyOtherTopicIsNoRequest(String topic) {
        assertThat(RequestTopic.parse(topic)).isEmpty();
    }

    @Test
    void namesHaveALargestLength() {
        assertThat(ShadowName.isThing("t".repeat(128))).isTrue();
        assertThat(ShadowName.isThing("t".repeat(129))).isFalse();
        assertThat(ShadowName.isShadow("s".repeat(64))).isTrue();
        assertThat(ShadowName.isShadow("s".repeat(65))).isFalse();
        assertThatThrownBy(() -> ShadowName.classic("a/b"))
                .hasMessage("thing name 'a/b': must be 1 to 128 letters, digits, colons, underscores or hyphens");
        assertThatThrownBy(() -> ShadowName.named("a", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shadow name '': must be 1 to 64");
    }

    @Test
    void repliesGoToTopicsBelowTheRequest() {
        RequestTopic update = new RequestTopic(ShadowName.named("lamp", "config"), ShadowOperation.UPDATE);

        assertThat(update.accepted()).isEqualTo("$aws/things/lamp/shadow/name/config/update/accepted");
        assertThat(update.rejected()).isEqualTo("$aws/things/lamp/shadow/name/config/update/rejected");
        assertThat(update.delta()).isEqualTo("$aws/things/lamp/shadow/name/config/update/delta");
        assertThat(update.documents()).isEqualTo("$aws/things/lamp/shadow/name/config/update/documents");
    }

    @ParameterizedTest
    @CsvSource({"0, 8192, maxDepth = 0", "65, 8192, maxDepth = 65", "6, 0, maxBytes = 0", "6, 131073, maxBytes = 131073"
    })
    void limitsOutOfRangeAreNamed(int maxDepth, int maxBytes, String named) {
        assertThatThrownBy(() -> new ShadowLimits(maxDepth, maxBytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + ": must be from 1 to ");
    }
}
