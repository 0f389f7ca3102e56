package io.mainswatch.localaws.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of the developer guide, "AWS IoT SQL reference", and its tables of operators. */
class StatementTest {

    private static final Sender SENDER = Sender.client("probe", "c0ffee");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * FROM 'a/b'                      | {\"color\":\"red\", \"n\":50} | {\"color\":\"red\", \"n\":50}",
                "SELECT color FROM 'a/b'                  | {\"color\":\"red\", \"n\":50} | {\"color\":\"red\"}",
                "select color as my_color, n as f from 'a/b' | {\"color\":\"red\", \"n\":50} | {\"my_color\":\"red\",\"f\":50}",
                "SELECT *, 15 as speed FROM 'a/b'         | {\"n\":50} | {\"n\":50,\"speed\":15}",
                "SELECT *, topic(2) AS thing FROM 'a/b'   | {\"thing\":1} | {\"thing\":\"b\"}",
                "SELECT color.red FROM 'a/b'              | {\"color\":{\"red\":255}} | {\"red\":255}",
                "SELECT \"a-b\".c[1].\"d e\" AS x FROM 'a/b' | {\"a-b\":{\"c\":[0,{\"d e\":true}]}} | {\"x\":true}",
                "SELECT get(list, 1) AS x, get(o, 'k') AS y | {\"list\":[7,8],\"o\":{\"k\":9}} | {\"x\":8,\"y\":9}",
                "SELECT gone AS x, here AS y, NULL AS n   | {\"here\":null} | {\"y\":null,\"n\":null}",
                "SELECT topic() AS t, topic(1) AS a, topic(9) AS z, clientid() AS c, timestamp() AS s | {} "
                        + "| {\"t\":\"a/b\",\"a\":\"a\",\"c\":\"probe\",\"s\":1700000000000}",
                "SELECT principal() AS p, accountid() AS a | {} | {\"p\":\"c0ffee\",\"a\":\"000000000000\"}",
                "SELECT 'it''s' + ' ' + n AS s, n + 1.5 AS d, n - '2' AS e, o + 1 AS u | {\"n\":3,\"o\":{}} "
                        + "| {\"s\":\"it's 3\",\"d\":4.5,\"e\":1}",
                "SELECT -5 AS m, 12.50 AS k               | {} | {\"m\":-5,\"k\":12.50}",
            })
    void whatItSelects(String sql, String payload, String selected) {
        assertThat(apply(sql, payload)).contains(selected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = 1",
                "n = 1.0",
                "n <> '1'",
                "s <> n",
                "s = 'off'",
                "o = p",
                "list = list",
                "nil = NULL",
                "n < 2 AND n <= 1 AND n > 0 AND n >= 1",
                "numeral > 9",
                "NOT n = 2",
                "yes AND 'TRUE'",
                "n = 2 OR s = 'off'",
                "n = 2 AND n = 1 OR n = 1",
                "n = 1 OR n = 2 AND n = 3",
                "isUndefined(gone)",
                "NOT isUndefined(nil)",
                "isNull(nil)",
                "(s) = ('off')",
                "n + 1 = 2",
                "ISUNDEFINED(o.x.y)",
                "current.state.reported.status <> previous.state.reported.status",
                "newuuid() <> newuuid()"
            })
    void conditionsThatAreMet(String condition) {
        assertThat(isMet(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = '1'",
                "n = gone",
                "n <> gone",
                "gone = gone",
                "NOT n <> gone",
                "n = 1 AND gone",
                "n = 1 OR gone = 1",
                "n < 'x'",
                "n < nil",
                "yes > 0",
                "NOT 'maybe'",
                "n",
                "isNull(gone)",
                "isUndefined(nil)",
                "current.state.reported.status <> before.state.reported.status"
            })
    void conditionsThatAreNotBecauseUndefinedIsNotTrue(String condition) {
        assertThat(isMet(condition)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b, true",
        "a/+, a/b, true",
        "a/+, a/b/c, false",
        "a/#, a/b/c, true",
        "a/#, a, false",
        "#, a, true",
        "#, $aws/x, false",
        "+/x, $aws/x, false",
        "$aws/#, $aws/x, true",
        "$aws/things/+/shadow/update/documents, $aws/things/cabin/shadow/update/documents, true",
        "a/+/c, a//c, true"
    })
    void filtersTakeInTopicsAsOnAws(String filter, String topic, boolean taken) {
        Statement statement = Statement.parse("SELECT * FROM '" + filter + "'");

        assertThat(statement.from().orElseThrow().matches(topic)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT upper(a) AS x FROM 'a'  | At character 8: 'upper' is not understood here",
                "SELECT CASE a WHEN 1 THEN 2 END | At character 8: 'CASE' is not understood here",
                "SELECT * FROM 'a' WHERE        | At character 24: the end is not understood here",
                "SELECT * FROM a                | At character 15: 'a' is not understood here: a topic filter in single",
                "SELECT * FROM 'a+b'            | At character 15: in 'a+b' + must be a level of its own",
                "SELECT * FROM 'a' WHERE a ~ 1  | At character 27: '~' begins nothing",
                "SELECT a b FROM 'a'            | At character 10: 'b' is not understood here",
                "SELECT topic(3) FROM 'a'       | At character 8: 'topic' is not understood here: what is not just a name",
                "SELECT timestamp(1) AS t       | At character 8: 'timestamp' is not understood here: it does not take 1",
                "DELETE FROM 'a'                | At character 1: 'DELETE' is not understood here: SELECT must stand here",
                "SELECT * FROM 'a' WHERE 'b     | At character 25: ''' begins nothing"
            })
    void whatIsNotUnderstoodIsRefusedWithItsPlace(String sql, String complaint) {
        assertThatThrownBy(() -> Statement.parse(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void aStatementWithoutEndIsRefusedBeforeItCanUseUpTheStack() {
        assertThatThrownBy(() -> Statement.parse("SELECT " + "(".repeat(500) + "a"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("levels of parentheses");
        assertThatThrownBy(() -> Statement.parse("SELECT " + "1+".repeat(3_000) + "1 AS x"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("words");
    }

    @Test
    void aPayloadThatIsNotJsonPassesOnlyWhereNobodyLooksIntoIt() {
        assertThat(apply("SELECT * FROM 'a/b'", "not { JSON")).contains("not { JSON");
        assertThat(apply("SELECT topic(1) AS t", "not { JSON")).contains("{\"t\":\"a\"}");
        assertThatThrownBy(() -> apply("SELECT * FROM 'a/b' WHERE color = 'red'", "not { JSON"))
                .isInstanceOf(SqlException.class);
        assertThatThrownBy(() -> apply("SELECT *, 1 AS n FROM 'a/b'", "not { JSON"))
                .isInstanceOf(SqlException.class);
        assertThatThrownBy(() -> apply("SELECT *, 1 AS n FROM 'a/b'", "[1]"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("no JSON object");
    }

    @Test
    void templatesAreFilledFromTheMessageAsItCame() {
        RuleMessage message = message("{\"site\":\"north\",\"n\":1}");

        assertThat(Template.parse("sites/${site}/${topic(2)}/${n + 1}${gone}!").fill(message))
                .isEqualTo("sites/north/b/2!");
        assertThatThrownBy(() -> Template.parse("a/${site")).hasMessageContaining("${ is never closed");
        assertThatThrownBy(() -> Template.parse("a/${upper(x)}")).hasMessageContaining("'upper'");
    }

    @Test
    void aMessageHasOneTraceIdWhateverAsksForIt() {
        Statement statement = Statement.parse("SELECT traceid() AS first, traceid() AS second");
        RuleMessage message = message("{}");
        String trace = message.traceId();

        assertThat(text(statement.apply(message)))
                .contains("{\"first\":\"" + trace + "\",\"second\":\"" + trace + "\"}");
        assertThat(message("{}").traceId()).isNotEqualTo(trace);
    }

    @Test
    void whatNoMqttClientHasPublishedHasNeitherPrincipalNorTraceId() {
        RuleMessage message = new RuleMessage("a/b", new byte[] {'1'}, Sender.NO_CLIENT, 0);

        assertThat(text(Statement.parse("SELECT principal() AS p, traceid() AS t, clientid() AS c")
                        .apply(message)))
                .contains("{\"c\":\"N/A\"}");
    }

    private static boolean isMet(String condition) {
        String payload = "{\"n\":1,\"s\":\"off\",\"numeral\":\"10\",\"nil\":null,\"yes\":true,\"list\":[1,2],"
                + "\"o\":{\"a\":1,\"b\":[1]},\"p\":{\"b\":[1.0],\"a\":1.0},\"before\":null,"
                + "\"current\":{\"state\":{\"reported\":{\"status\":\"off\"}}},"
                + "\"previous\":{\"state\":{\"reported\":{\"status\":\"on\"}}}}";
        return apply("SELECT * FROM 'a/b' WHERE " + condition, payload).isPresent();
    }

    private static Optional<String> apply(String sql, String payload) {
        return text(Statement.parse(sql).apply(message(payload)));
    }

    private static Optional<String> text(Optional<byte[]> selected) {
        return selected.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static RuleMessage message(String payload) {
        return new RuleMessage("a/b", payload.getBytes(StandardCharsets.UTF_8), SENDER, 1_700_000_000_000L);
    }
}
