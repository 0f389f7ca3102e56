package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored and what differs, row by row of the rules; and which stamps stay. */
class ShadowMergeTest {

    private static final ShadowName LAMP = ShadowName.classic("lamp-1");
    private static final long TIME = LocalShadows.START.getEpochSecond();

    private final LocalShadows shadows = new LocalShadows();

    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {}          | {}                  | {}
            {}          | {"a":{}}            | {"a":{}}
            {}          | {"a":{"b":null}}    | {"a":{}}
            {}          | {"a":{"b":null,"c":{"d":null}}} | {"a":{"c":{}}}
            {}          | {"a":null}          | {}
            {"a":1}     | {}                  | {"a":1}
            {"a":1}     | {"b":2}             | {"a":1,"b":2}
            {"a":1}     | {"a":null}          | {}
            {"a":1}     | {"a":{}}            | {"a":{}}
            {"a":1}     | {"a":{"b":null}}    | {"a":{}}
            {"a":1}     | {"a":[1]}           | {"a":[1]}
            {"a":[1,2]} | {"a":[3]}           | {"a":[3]}
            {"a":[1,2]} | {"a":{}}            | {"a":{}}
            {"a":[1,2]} | {"a":[]}            | {"a":[]}
            {"a":{"b":1}} | {"a":{}}          | {"a":{"b":1}}
            {"a":{"b":1}} | {"a":{"c":2}}     | {"a":{"b":1,"c":2}}
            {"a":{"b":1}} | {"a":{"b":null}}  | {"a":{}}
            {"a":{"b":1}} | {"a":null}        | {}
            {"a":{"b":1}} | {"a":"x"}         | {"a":"x"}
            {"a":{"b":1}} | {"a":[]}          | {"a":[]}
            """)
    void aSectionIsPatchedAsRfc7396Says(String before, String patch, String after) throws Exception {
        update("{\"desired\":" + before + "}");
        update("{\"desired\":" + patch + "}");

        assertThat(shadows.read(LAMP).json().at("/state/desired"))
                .isEqualTo(after.equals("{}") ? Vector.JSON.missingNode() : Vector.JSON.readTree(after));
    }

    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"desired":{"a":1},"reported":{"a":1}} | {"desired":null}               | {"reported":{"a":1}}
            {"desired":{"a":1},"reported":{"a":1}} | {"desired":{},"reported":null} | {"desired":{"a":1},"delta":{"a":1}}
            {"desired":{"a":1},"reported":{"a":1}} | {}                             | {"desired":{"a":1},"reported":{"a":1}}
            {"desired":{"a":1},"reported":{"a":1}} | null                           | {}
            {"reported":{"a":1}}                   | {"reported":{"a":null}}        | {}
            """)
    void aSectionThatIsRemovedOrEmptiedIsAbsent(String before, String patch, String after) throws Exception {
        update(before);
        update(patch);

        assertThat(shadows.read(LAMP).json().get("state")).isEqualTo(Vector.JSON.readTree(after));
    }

    @ParameterizedTest(name = "{0} against {1} leaves {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {}                      | {"a":1}               | {}
            {"a":1}                 | {}                    | {"a":1}
            {"a":1}                 | {"a":1,"b":2}         | {}
            {"a":1}                 | {"a":1.0}             | {}
            {"a":100}               | {"a":1e2}             | {}
            {"a":[1,{"b":2.50}]}    | {"a":[1.0,{"b":2.5}]} | {}
            {"a":9007199254740993}  | {"a":9007199254740992} | {"a":9007199254740993}
            {"a":1}                 | {"a":true}            | {"a":1}
            {"a":"1"}               | {"a":1}               | {"a":"1"}
            {"a":[1,2]}             | {"a":[2,1]}           | {"a":[1,2]}
            {"a":[{"b":1,"c":2}]}   | {"a":[{"c":2,"b":1}]} | {}
            {"a":{"b":1,"c":2}}     | {"a":{"c":3,"b":1}}   | {"a":{"c":2}}
            {"a":{"b":1}}           | {"a":{"b":1,"c":2}}   | {}
            {"a":{}}                | {"a":{"b":1}}         | {}
            {"a":{}}                | {"b":1}               | {"a":{}}
            {"a":{"b":{}}}          | {"a":{"c":1}}         | {"a":{"b":{}}}
            {"a":{}}                | {"a":1}               | {"a":{}}
            {"a":{}}                | {"a":[]}              | {"a":{}}
            """)
    void theDeltaIsWhatDesiredHasAndReportedHasNot(String desired, String reported, String delta) throws Exception {
        UpdateOutcome.Accepted outcome = update("{\"desired\":" + desired + ",\"reported\":" + reported + "}");

        assertThat(outcome.delta().map(message -> message.json().get("state")).orElseGet(Vector.JSON::createObjectNode))
                .isEqualTo(Vector.JSON.readTree(delta));
    }

    @Test
    void anUpdateStampsTheLeavesItNamesAndNoOthers() {
        update("{\"reported\":{\"a\":{\"same\":1,\"other\":2,\"gone\":3},\"l\":[1]}}");
        shadows.pass(Duration.ofSeconds(10));
        update("{\"reported\":{\"a\":{\"same\":1,\"gone\":null,\"new\":[1,{\"x\":2}]}}}");

        assertThat(shadows.read(LAMP).json().at("/metadata/reported"))
                .hasToString("""
                        {"a":{"same":{"timestamp":#2},"other":{"timestamp":#1},\
                        "new":[{"timestamp":#2},{"x":{"timestamp":#2}}]},"l":[{"timestamp":#1}]}""".replace("#1", Long.toString(TIME)).replace("#2", Long.toString(TIME + 10)));
    }

    @Test
    void aDeltaHasTheTimeOfItsMessageAndTheStampsOfDesired() {
        update("{\"desired\":{\"a\":{\"b\":1},\"c\":2}}");
        shadows.pass(Duration.ofSeconds(10));
        JsonNode delta =
                update("{\"reported\":{\"c\":2}}").delta().orElseThrow().json();

        assertThat(delta.get("timestamp").longValue()).isEqualTo(TIME + 10);
        assertThat(delta.get("metadata")).hasToString("{\"a\":{\"b\":{\"timestamp\":" + TIME + "}}}");
    }

    private UpdateOutcome.Accepted update(String state) {
        return shadows.accepted(LAMP, "{\"state\":" + state + "}");
    }
}
