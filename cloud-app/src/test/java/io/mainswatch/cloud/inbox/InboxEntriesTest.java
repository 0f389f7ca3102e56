package io.mainswatch.cloud.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxEntriesTest {

    private static final String TOPIC = "$aws/things/cabin/shadow/update/documents";

    private final InboxEntries entries = new InboxEntries();

    @Test
    void theKeyIsThingShadowVersionAndTimestamp() {
        assertThat(of(TOPIC, "{\"current\":{\"version\":7},\"timestamp\":1763905623}"))
                .returns("cabin//7/1763905623", InboxEntry::key)
                .returns("cabin", InboxEntry::thing);
        assertThat(of(
                                "$aws/things/cabin/shadow/name/config/update/documents",
                                "{\"current\":{\"version\":7},\"timestamp\":1763905623}")
                        .key())
                .isEqualTo("cabin/config/7/1763905623");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{",
                "[]",
                "{\"current\":{\"version\":\"7\"},\"timestamp\":1}",
                "{\"timestamp\":1}"
            })
    void whatHasNoVersionOrTimestampIsKnownByItsHash(String payload) {
        InboxEntry entry = of(TOPIC, payload);

        assertThat(entry.key()).matches("cabin//sha-256/[0-9a-f]{64}");
        assertThat(entry.key()).isEqualTo(of(TOPIC, payload).key());
        assertThat(entry.key()).isNotEqualTo(of(TOPIC, payload + " ").key());
        assertThat(entry.payload()).asString(StandardCharsets.UTF_8).isEqualTo(payload);
    }

    @Test
    void anotherTopicIsAMistakeInTheRoute() {
        assertThatThrownBy(() -> of("$aws/things/cabin/shadow/update/accepted", "{}"))
                .hasMessageContaining("$aws/things/cabin/shadow/update/accepted")
                .hasMessageContaining("things/+/shadow/update/documents");
    }

    private InboxEntry of(String topic, String payload) {
        return entries.of(topic, payload.getBytes(StandardCharsets.UTF_8));
    }
}
