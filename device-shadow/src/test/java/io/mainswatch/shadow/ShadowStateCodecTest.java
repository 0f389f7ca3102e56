package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowStateCodecTest {

    private static final ShadowName LAMP = ShadowName.classic("lamp-1");

    @Test
    void aLiveShadowIsWrittenAsClientsSeeItWithoutDelta() {
        LocalShadows shadows = new LocalShadows();
        shadows.accepted(LAMP, "{\"state\":{\"desired\":{\"a\":1.50,\"timestamp\":{},\"l\":[1,{\"b\":2},[]]}}}");

        byte[] stored = ShadowStateCodec.encode(shadows.state(LAMP));

        assertThat(new String(stored, StandardCharsets.UTF_8))
                .isEqualTo("""
                        {"state":{"desired":{"a":1.50,"timestamp":{},"l":[1,{"b":2},[]]}},\
                        "metadata":{"desired":{"a":{"timestamp":T},"timestamp":{},\
                        "l":[{"timestamp":T},{"b":{"timestamp":T}},[]]}},"version":1}""".replace("T", Long.toString(LocalShadows.START.getEpochSecond())));
        assertThat(ShadowStateCodec.decode(stored)).isEqualTo(shadows.state(LAMP));
    }

    @Test
    void aTombstoneAndNothingAtAllSurviveToo() {
        ShadowState tombstone = new ShadowState.Deleted(18, Instant.parse("2026-01-02T03:04:05.678Z"));

        assertThat(ShadowStateCodec.encode(tombstone)).asString().isEqualTo("{\"version\":18,\"deleted\":1767323045}");
        assertThat(ShadowStateCodec.decode(ShadowStateCodec.encode(tombstone))).isEqualTo(tombstone);
        assertThat(ShadowStateCodec.decode(ShadowStateCodec.encode(new ShadowState.Never())))
                .isEqualTo(new ShadowState.Never());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"version\":                                                                   | the record must be a JSON object",
                "[]                                                                              | the record must be a JSON object",
                "{\"state\":{}}                                                                  | version must be a whole number",
                "{\"version\":1}                                                                 | state must be an object",
                "{\"version\":1,\"state\":{\"desired\":2}}                                       | state.desired must be an object",
                "{\"version\":1,\"deleted\":\"x\"}                                               | deleted must be a whole number",
                "{\"version\":1,\"deleted\":-1}                                               | deleted must be a whole number",
                "{\"version\":1,\"deleted\":9007199254740993}                                               | deleted must be a whole number",
                "{\"version\":1,\"state\":{\"desired\":{\"a\":{\"b\":[1]}}},\"metadata\":{}}     | metadata.desired.a.b[0].timestamp must be",
            })
    void aDamagedRecordIsNamedByItsMember(String record, String damage) {
        assertThatThrownBy(() -> ShadowStateCodec.decode(LocalShadows.utf8(record)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Stored shadow is damaged: " + damage)
                .hasMessageEndingWith("Restore the record from a copy or remove it.");
    }
}
