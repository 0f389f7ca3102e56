package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vectors leave out: exact wire text, the order of the checks, tombstones in time, limits to the byte. */
class ShadowRulesTest {

    private static final ShadowName LAMP = ShadowName.classic("lamp-1");
    private static final ShadowName CONFIG = ShadowName.named("lamp-1", "config");
    private static final String TIME = Long.toString(LocalShadows.START.getEpochSecond());

    private final LocalShadows shadows = new LocalShadows();

    @Test
    void everyMessageHasItsMembersInTheOrderOfAws() {
        shadows.accepted(LAMP, "{\"state\":{\"reported\":{\"fan\":1}}}");
        shadows.pass(Duration.ofSeconds(10));
        String later = Long.toString(LocalShadows.START.getEpochSecond() + 10);
        UpdateOutcome.Accepted outcome = shadows.accepted(LAMP, """
                {"clientToken":"abc","state":{"desired":{"fan":2}}}""");

        assertThat(outcome.accepted()).hasToString("""
                        {"state":{"desired":{"fan":2}},"metadata":{"desired":{"fan":{"timestamp":#2}}},\
                        "version":2,"timestamp":#2,"clientToken":"abc"}""".replace("#2", later));
        assertThat(outcome.delta().orElseThrow()).hasToString("""
                        {"version":2,"timestamp":#2,"state":{"fan":2},"metadata":{"fan":{"timestamp":#2}},\
                        "clientToken":"abc"}""".replace("#2", later));
        assertThat(outcome.documents()).hasToString("""
                        {"previous":{"state":{"reported":{"fan":1}},\
                        "metadata":{"reported":{"fan":{"timestamp":#1}}},"version":1},\
                        "current":{"state":{"desired":{"fan":2},"reported":{"fan":1}},\
                        "metadata":{"desired":{"fan":{"timestamp":#2}},"reported":{"fan":{"timestamp":#1}}},\
                        "version":2},"timestamp":#2,"clientToken":"abc"}""".replace("#2", later).replace("#1", TIME));
        assertThat(shadows.read(LAMP)).hasToString("""
                        {"state":{"desired":{"fan":2},"reported":{"fan":1},"delta":{"fan":2}},\
                        "metadata":{"desired":{"fan":{"timestamp":#2}},"reported":{"fan":{"timestamp":#1}}},\
                        "version":2,"timestamp":#2}""".replace("#2", later).replace("#1", TIME));
    }

    @Test
    void aRefusalHasCodeTextAndTokenButNoTime() {
        assertThat(shadows.rejected(LAMP, "{\"clientToken\":\"abc\"}").body())
                .hasToString("{\"code\":400,\"message\":\"Missing required node: state\",\"clientToken\":\"abc\"}");
    }

    @Test
    void aDeletionAnswersTheVersionOfWhatItDeleted() {
        shadows.accepted(LAMP, "{\"state\":{}}");

        assertThat(shadows.delete(LAMP, LocalShadows.utf8("{\"clientToken\":\"abc\",\"version\":99}")))
                .isInstanceOfSatisfying(
                        DeleteOutcome.Accepted.class,
                        accepted -> assertThat(accepted.accepted())
                                .hasToString("{\"version\":1,\"timestamp\":" + TIME + ",\"clientToken\":\"abc\"}"));
        assertThat(shadows.delete(LAMP, new byte[0])).isEqualTo(noSuchShadow("lamp-1"));
    }

    @Test
    void theTextForAMissingNamedShadowJoinsThingAndShadowByATilde() {
        assertThat(shadows.get(CONFIG, new byte[0])).isEqualTo(noSuchShadow("lamp-1~config"));
        assertThat(shadows.delete(CONFIG, new byte[0])).isEqualTo(noSuchShadow("lamp-1~config"));
    }

    @ParameterizedTest
    @CsvSource({"48, 5", "49, 1"})
    void aShadowCreatedAgainWithin48HoursGoesOnCounting(int hours, long version) {
        for (int i = 0; i < 3; i++) {
            shadows.accepted(LAMP, "{\"state\":{\"reported\":{\"n\":1}}}");
        }
        shadows.delete(LAMP, new byte[0]);
        shadows.pass(Duration.ofHours(hours));

        assertThat(shadows.accepted(LAMP, "{\"state\":{}}").next().version()).isEqualTo(version);
        assertThat(shadows.read(LAMP).json().get("state")).isEmpty();
    }

    @Test
    void theVersionOfADeletedShadowIsStale() {
        shadows.accepted(LAMP, "{\"state\":{}}");
        shadows.delete(LAMP, new byte[0]);

        assertThat(shadows.rejected(LAMP, "{\"state\":{},\"version\":1}").code())
                .isEqualTo(409);
        assertThat(shadows.accepted(LAMP, "{\"state\":{},\"version\":2}").next().version())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 409", "-1, 400", "99999999999999999999, 409", "1.0, 400", "null, 400", "true, 400"})
    void aShadowThatNeverWasHasVersionZero(String version, int code) {
        UpdateOutcome outcome = shadows.update(LAMP, LocalShadows.utf8("{\"state\":{},\"version\":" + version + "}"));

        assertThat(outcome instanceof Rejected rejected ? rejected.code() : 0).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`a`:1,`clientToken`:7}                                       | Missing required node: state",
                "{`state`:1,`clientToken`:7}                                   | Invalid clientToken",
                "{`state`:1,`version`:`x`}                                     | State node must be an object",
                "{`state`:{`desired`:1,`x`:1}}                                 | State contains an invalid node: 'x'",
                "{`state`:{`delta`:{}}}                                        | State contains an invalid node: 'delta'",
                "{`state`:{`reported`:1,`desired`:1}}                          | Desired node must be an object",
                "{`state`:{`reported`:[],`desired`:{`a`:[null]}}}              | Reported node must be an object",
                "{`state`:{`desired`:{`a`:[[[[[[null]]]]]]}}}                  | JSON contains too many levels of nesting; maximum is 6",
                "{`state`:{`desired`:{`a`:[{`b`:null}]}},`version`:`x`}        | Arrays must not contain null",
                "{`state`:{},`version`:`x`}                                    | Invalid version",
                "{`state`:{},`version`:3}                                      | Version conflict",
            })
    void theFirstFaultInTheOrderOfTheChecksIsNamed(String payload, String message) {
        assertThat(shadows.rejected(LAMP, payload.replace('`', '"')).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void aTokenIsEchoedOnlyIfAwsWouldTakeIt(int length, boolean echoed) {
        String token = "k".repeat(length);
        Rejected rejected = shadows.rejected(LAMP, "{\"state\":1,\"clientToken\":\"" + token + "\"}");

        assertThat(rejected.clientToken()).isEqualTo(echoed ? Optional.of(token) : Optional.empty());
        assertThat(shadows.get(LAMP, LocalShadows.utf8("{\"clientToken\":\"" + token + "\"}")))
                .isInstanceOfSatisfying(
                        Rejected.class, reply -> assertThat(reply.code()).isEqualTo(echoed ? 404 : 400));
    }

    @Test
    void bothSectionsTogetherMayHaveExactlyTheLimit() {
        // {"d":"..."} and {"r":"..."} have 8 bytes besides the text; an e with accent has two bytes.
        String full = "{\"state\":{\"desired\":{\"d\":\"" + "x".repeat(4000) + "\"},\"reported\":{\"r\":\""
                + "é".repeat(2088) + "\"}}}";
        shadows.accepted(LAMP, full);

        assertThat(shadows.rejected(LAMP, "{\"state\":{\"reported\":{\"s\":1}}}"))
                .isEqualTo(new Rejected(
                        413, "Json document too large.  Size is 8198, max allowed: 8192", Optional.empty()));
        assertThat(shadows.state(LAMP).version()).isEqualTo(1);
    }

    @Test
    void limitsCanBeRaised() {
        LocalShadows raised = new LocalShadows(new ShadowLimits(8, 30_720));
        String deep = "{\"a\":".repeat(8) + "\"" + "x".repeat(20_000) + "\"" + "}".repeat(8);

        assertThat(raised.update(LAMP, LocalShadows.utf8("{\"state\":{\"reported\":" + deep + "}}")))
                .isInstanceOf(UpdateOutcome.Accepted.class);
        assertThat(shadows.rejected(LAMP, "{\"state\":{\"reported\":" + deep + "}}")
                        .code())
                .isEqualTo(400);
    }

    @Test
    void whatIsHandedOutIsACopy() {
        UpdateOutcome.Accepted outcome =
                shadows.accepted(LAMP, "{\"state\":{\"desired\":{\"a\":{\"b\":1}},\"reported\":{\"c\":{}}}}");
        String before = shadows.read(LAMP).toString();

        outcome.accepted().json().withObject("/state/desired/a").put("b", 2);
        outcome.next().current().desired().withObject("/a").removeAll();
        outcome.next().current().reported().removeAll();

        assertThat(shadows.read(LAMP)).hasToString(before);
    }

    private static Rejected noSuchShadow(String name) {
        return new Rejected(404, "No shadow exists with name: '" + name + "'", Optional.empty());
    }
}
