package io.mainswatch.cloud.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.cloud.inbox.UnprocessableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowDocumentsTest {

    private static final String ON = """
            {"status":"on","power":{"at":1763905600000,"age":20,"clock":"synced","dips":0},
             "event":{"seq":41,"boot":"6f1c2a9e","input":"power"}}""";
    private static final String OFF = """
            {"status":"off","power":{"at":1763905623120,"age":180,"clock":"synced","dips":2},
             "event":{"seq":42,"boot":"6f1c2a9e","input":"power"}}""";

    private final ShadowDocuments documents = new ShadowDocuments();

    @Test
    void readsWhatADeviceReports() throws UnprocessableException {
        ShadowChange change = read(ON, OFF);

        assertThat(change.thing()).isEqualTo("cabin");
        assertThat(change.version()).isEqualTo(7);
        assertThat(change.timestamp()).isEqualTo(Instant.ofEpochSecond(1763905623));
        assertThat(change.report().event()).isEqualTo(new DeviceEvent("6f1c2a9e", 42, "power", 0));
        InputState state = change.report().state();
        assertThat(state.level()).isEqualTo(Level.OFF);
        assertThat(state.at()).isEqualTo(Instant.ofEpochMilli(1763905623120L));
        assertThat(state.age()).contains(Duration.ofMillis(180));
        assertThat(state.synced()).isTrue();
        assertThat(state.dips()).isEqualTo(2);
        assertThat(change.hasNews()).isTrue();
    }

    @Test
    void anotherInputHasItsOwnPropertyAndDetails() throws UnprocessableException {
        ShadowChange change = read(ON, """
                {"status":"on","power":{"at":1763905600000,"age":20,"clock":"synced"},
                 "doorStatus":"on","door":{"at":5000,"age":null,"clock":"unsynced","dips":0},
                 "event":{"seq":42,"boot":"6f1c2a9e","input":"door"}}""");

        assertThat(change.report().state().level()).isEqualTo(Level.ON);
        assertThat(change.report().state().age()).isEmpty();
        assertThat(change.report().state().synced()).isFalse();
        assertThat(change.previousState()).isEmpty();
        assertThat(change.hasNews()).isTrue();
    }

    @Test
    void anInputMaySayWhichPropertyHoldsItsLevel() throws UnprocessableException {
        ShadowChange change = read(ON, """
                {"doorStatus":"on","gate":"off",
                 "door":{"at":5000,"age":null,"clock":"unsynced","dips":0,"property":"gate"},
                 "event":{"seq":42,"boot":"6f1c2a9e","input":"door"}}""");

        assertThat(change.report().state().level()).isEqualTo(Level.OFF);
    }

    @Test
    void aHeartbeatIsNoNewsThoughItsAgeGrew() throws UnprocessableException {
        assertThat(read(OFF, OFF.replace("\"age\":180", "\"age\":900180")).hasNews())
                .isFalse();
    }

    @Test
    void aNewNumberOnAnUnchangedInputIsNoNews() throws UnprocessableException {
        assertThat(read(OFF, OFF.replace("\"seq\":42", "\"seq\":43")).hasNews()).isFalse();
    }

    @Test
    void theEndOfAFlutterIsNewsAlsoOnTheSameLevel() throws UnprocessableException {
        String flutters = OFF.replace("\"dips\":2", "\"dips\":2,\"flutter\":true");

        ShadowChange change = read(flutters, OFF.replace("\"seq\":42", "\"seq\":43"));

        assertThat(change.hasNews()).isTrue();
    }

    @Test
    void mergedEventsAreCounted() throws UnprocessableException {
        ShadowChange change = read(ON, OFF.replace("\"seq\":42", "\"seq\":42,\"merged\":6"));

        assertThat(change.report().event()).isEqualTo(new DeviceEvent("6f1c2a9e", 42, "power", 6));
    }

    @Test
    void aFirstReportIsNews() throws UnprocessableException {
        ShadowChange change = documents.read("cabin", document("{}", state(OFF)));

        assertThat(change.hasNews()).isTrue();
        assertThat(change.previousState()).isEmpty();
    }

    @Test
    void whatOthersWriteIsNoNews() throws UnprocessableException {
        assertThat(documents
                        .read("cabin", document("{}", "{\"desired\":{\"report\":\"x\"}}"))
                        .hasNews())
                .isFalse();
        assertThat(read("{}", "{\"firmware\":{\"version\":\"1.2\"}}").hasNews()).isFalse();
        assertThat(read(OFF, OFF.replace("{\"status\"", "{\"firmware\":3,\"status\""))
                        .hasNews())
                .isFalse();
    }

    @Test
    void aPreviousStateThatCannotBeReadCountsAsNone() throws UnprocessableException {
        ShadowChange change = read("{\"status\":5,\"event\":[]}", OFF);

        assertThat(change.previousEvent()).isEmpty();
        assertThat(change.previousState()).isEmpty();
        assertThat(change.hasNews()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "status":"off",          |                         | current.state.reported.status is missing; it must be "on" or "off".
            "status":"off"           | "status":5              | current.state.reported.status is 5; it must be "on" or "off".
            "status":"off"           | "status":"OFF"          | current.state.reported.status is "OFF"; it must be "on" or "off".
            "status":"off"           | "status":null           | current.state.reported.status is null; it must be "on" or "off".
            "seq":42                 | "seq":"42"              | current.state.reported.event.seq is "42"; it must be a whole number from 1.
            "seq":42                 | "seq":0                 | current.state.reported.event.seq is 0; it must be a whole number from 1.
            "seq":42                 | "seq":1.5               | current.state.reported.event.seq is 1.5; it must be a whole number from 1.
            "seq":42                 | "seq":99999999999999999999 | current.state.reported.event.seq is 99999999999999999999; it must be a whole number from 1.
            "boot":"6f1c2a9e"        | "boot":"6F1C"           | current.state.reported.event.boot is "6F1C"; it must be the first 8 hex digits of the boot id.
            "seq":42                 | "seq":42,"merged":-1    | current.state.reported.event.merged is -1; it must be a whole number from 0.
            "input":"power"          | "input":"a b"           | current.state.reported.event.input is "a b"; it must be the name of an input.
            "input":"power"          | "input":"door"          | current.state.reported.doorStatus is missing; it must be "on" or "off".
            "power":{                | "pow":{                 | current.state.reported.power is missing; it must be an object.
            "at":1763905623120,      |                         | current.state.reported.power.at is missing; it must be a whole number from 0 to 4102444800000.
            "at":1763905623120       | "at":9e30               | current.state.reported.power.at is 9.0E30; it must be a whole number from 0 to 4102444800000.
            "age":180                | "age":-1                | current.state.reported.power.age is -1; it must be a whole number from 0 to 315619200000.
            "age":180                | "age":"180"             | current.state.reported.power.age is "180"; it must be a whole number from 0 to 315619200000.
            "clock":"synced"         | "clock":true            | current.state.reported.power.clock is true; it must be "synced" or "unsynced".
            "dips":2                 | "dips":-2               | current.state.reported.power.dips is -2; it must be a whole number from 0 to 2147483647.
            "dips":2                 | "dips":2,"property":[]  | current.state.reported.power.property is []; it must be the name of the property that holds the level.
            "event":{                | "evnt":{                | current.state.reported.event is missing; it must be an object.
            """)
    void namesTheFieldTheValueAndTheRemedy(String right, String wrong, String complaint) {
        String reported = OFF.replace(right, wrong == null ? "" : wrong);
        assertThat(reported).isNotEqualTo(OFF);

        assertThatThrownBy(() -> read(ON, reported))
                .isInstanceOf(UnprocessableException.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":                                          | The document is not JSON
            {} {}                                          | The document is not JSON
            ``                                             | The document is ; it must be an object.
            [1]                                            | document is [1]; it must be an object.
            {}                                             | current is missing; it must be an object.
            {"current":{"state":7}}                        | current.state is 7; it must be an object.
            {"current":{"state":{}}}                       | current.version is missing; it must be a whole number from 1.
            {"current":{"state":{},"version":1}}           | timestamp is missing; it must be a whole number from 0 to 4102444800.
            {"current":{"state":{"reported":3},"version":1},"timestamp":1} | current.state.reported is 3; it must be an object.
            {"current":{"state":{},"version":1},"timestamp":1763905623120} | timestamp is 1763905623120; it must be a whole number from 0 to 4102444800.
            """)
    void refusesWhatIsNoShadowDocument(String payload, String complaint) {
        assertThatThrownBy(() -> documents.read("cabin", payload.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnprocessableException.class)
                .message()
                .satisfies(message -> assertThat(message.replace("The document is ; ", "document is missing; "))
                        .startsWith(complaint.replace("The document is ; ", "document is missing; ")));
    }

    @Test
    void bytesThatAreNoTextAreRefusedToo() {
        assertThatThrownBy(() -> documents.read("cabin", new byte[] {(byte) 0xff, 0, 1}))
                .isInstanceOf(UnprocessableException.class)
                .hasMessageStartingWith("The document is not JSON");
    }

    private ShadowChange read(String previous, String current) throws UnprocessableException {
        return documents.read("cabin", document(state(previous), state(current)));
    }

    private static String state(String reported) {
        return "{\"reported\":" + reported + "}";
    }

    private static byte[] document(String previous, String current) {
        return ("{\"previous\":{\"state\":" + previous + ",\"metadata\":{},\"version\":6},\"current\":{\"state\":"
                        + current
                        + ",\"metadata\":{},\"version\":7},\"timestamp\":1763905623,\"clientToken\":\"6f1c2a9e-42\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
