package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a stranger publishes is refused or taken for what it is, quickly, and nothing is thrown. */
@Timeout(20)
class HostileInputTest {

    private static final ShadowName LAMP = ShadowName.classic("lamp-1");
    private static final Rejected NO_JSON = new Rejected(400, "Payload contains invalid json", Optional.empty());

    private final LocalShadows shadows = new LocalShadows();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{\"state\":{}} x",
                "{'state':{}}",
                "{state:{}}",
                "{\"state\":{},}",
                "{\"state\":{\"reported\":{\"a\":[1,]}}}",
                "/* */{\"state\":{}}",
                "{\"state\":{}}\u0000",
                "\uFEFF{\"state\":{}}",
                "{\"state\":{\"reported\":{\"a\":NaN}}}",
                "{\"state\":{\"reported\":{\"a\":-Infinity}}}",
                "{\"state\":{\"reported\":{\"a\":01}}}",
                "{\"state\":{\"reported\":{\"a\":+1}}}",
                "{\"state\":{\"reported\":{\"a\":.5}}}",
                "{\"state\":{\"reported\":{\"a\":0x10}}}",
                "{\"state\":{\"reported\":{\"a\":1e}}}",
                "{\"state\":{\"reported\":{\"a\":1e99999999999}}}",
                "{\"state\":{\"reported\":{\"a\":1e-99999999999}}}",
                "{\"state\":{\"reported\":{\"a\":1e4294967297}}}",
                "{\"state\":{\"reported\":{\"a\":\"\t\"}}}",
                "{\"state\":{\"reported\":{\"a\":\"\\x\"}}}",
                "{\"state\":{\"reported\":{\"a\":\"\\ud83d\"}}}",
                "{\"state\":{\"reported\":{\"\\udE00\":1}}}",
                "{\"state\":{\"reported\":{\"a\":[\"\\ude00\\ud83d\"]}}}",
                "{\"state\":{},\"clientToken\":\"\\ud83d\"}",
                "{\"state\":{\"reported\":{\"a\":1,\"a\":2}}}",
                "{\"state\":{},\"state\":{}}",
                "{\"state\":{},\"st\\u0061te\":{}}"
            })
    void whatIsNoStrictJsonIsRefusedAsSuch(String payload) {
        assertThat(shadows.update(LAMP, LocalShadows.utf8(payload))).isEqualTo(NO_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b227374617465223a7b7dff",
                "ff",
                "c080",
                "eda080",
                "f4908080",
                "7b227374617465223a7b7d7dc3",
                "000000007b7d",
                "1f8b0800"
            })
    void bytesThatAreNoUtf8AreRefused(String hex) {
        assertThat(shadows.update(LAMP, HexFormat.of().parseHex(hex))).isEqualTo(NO_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-32LE"})
    void otherEncodingsOfUnicodeAreRefused(String charset) {
        assertThat(shadows.update(LAMP, "{\"state\":{}}".getBytes(Charset.forName(charset))))
                .isEqualTo(NO_JSON);
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void nestingWithoutEndIsRefusedByEveryOperation(String payload) {
        byte[] bytes = LocalShadows.utf8(payload);

        assertThat(shadows.update(LAMP, bytes)).isInstanceOf(Rejected.class);
        assertThat(shadows.get(LAMP, bytes)).isInstanceOf(Rejected.class);
        assertThat(shadows.delete(LAMP, bytes)).isInstanceOf(Rejected.class);
    }

    static Stream<String> nestings() {
        return Stream.of(
                "[".repeat(100_000),
                "[".repeat(60_000) + "]".repeat(60_000),
                "{\"a\":".repeat(20_000),
                "{\"state\":{\"reported\":" + "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_002),
                "{\"state\":{\"reported\":" + "{\"a\":".repeat(150) + "1" + "}".repeat(152),
                "{\"state\":{\"desired\":{\"a\":" + "[".repeat(190) + "\"\\u0041\"" + "]".repeat(190) + "}}}",
                "[".repeat(10_000_000));
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        byte[] bytes = LocalShadows.utf8("{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(10_000_000) + "\"}}}");

        long allocated = allocatedBy(() -> assertThat(shadows.update(LAMP, bytes))
                .isEqualTo(new Rejected(413, "The payload exceeds the maximum size allowed", Optional.empty())));

        assertThat(allocated).isLessThan(5_000_000);
        assertThat(shadows.get(LAMP, bytes)).isInstanceOf(Rejected.class);
    }

    @Test
    void theContentOfADeleteIsNoObstacle() {
        for (byte[] content : new byte[][] {
            new byte[10_000_000], {(byte) 0xff}, LocalShadows.utf8("[".repeat(100_000)), LocalShadows.utf8("[1]")
        }) {
            shadows.accepted(LAMP, "{\"state\":{}}");
            assertThat(shadows.delete(LAMP, content)).isInstanceOf(DeleteOutcome.Accepted.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-2147483647", "1e2147483647", "-0.0", "1E+400", "123456789012345678901234567890.10"})
    void anExtremeNumberIsKeptAndComparedWithoutBeingSpeltOut(String number) throws Exception {
        UpdateOutcome.Accepted outcome = shadows.accepted(
                LAMP, "{\"state\":{\"desired\":{\"n\":" + number + "},\"reported\":{\"n\":" + number + "}}}");

        assertThat(outcome.delta()).isEmpty();
        assertThat(shadows.accepted(LAMP, "{\"state\":{\"reported\":{\"n\":7}}}")
                        .delta())
                .isPresent();
        assertThat(shadows.read(LAMP).bytes()).hasSizeLessThan(500);
        assertThat(Vector.JSON
                        .readTree(shadows.read(LAMP).bytes())
                        .at("/state/desired/n")
                        .decimalValue())
                .isEqualByComparingTo(number);
    }

    @Test
    void aNumberOfAHundredThousandDigitsIsRefused() {
        assertThat(shadows.rejected(LAMP, "{\"state\":{\"reported\":{\"n\":" + "9".repeat(100_000) + "}}}"))
                .isEqualTo(NO_JSON);
    }

    /** Two names with one hash, for Java's strings and for Jackson's table of names; put together they make many. */
    @ParameterizedTest
    @CsvSource({"Aa, BB", "Ab, BA"})
    void namesMadeToCollideDoNoHarm(String one, String other) {
        String members = IntStream.range(0, 1 << 11)
                .mapToObj(bits -> IntStream.range(0, 11)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? one : other)
                        .collect(Collectors.joining("", "\"", "\":1")))
                .collect(Collectors.joining(","));

        assertThat(shadows.rejected(LAMP, "{\"state\":{\"reported\":{" + members + "}}}")
                        .code())
                .isEqualTo(413);
    }

    @Test
    void aNameMayBeAsLongAsARequest() {
        assertThat(shadows.rejected(LAMP, "{\"state\":{\"reported\":{\"" + "n".repeat(100_000) + "\":1}}}")
                        .message())
                .isEqualTo("Json document too large.  Size is 100006, max allowed: 8192");
    }

    @Test
    void aWholeRequestOfSmallValuesIsRefusedInLittleMemory() {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(LocalShadows.utf8("{\"state\":{\"reported\":{\"a\":["));
        while (request.size() < ShadowLimits.MAX_REQUEST_BYTES - 20) {
            request.writeBytes(LocalShadows.utf8("{},"));
        }
        request.writeBytes(LocalShadows.utf8("1]}}}"));

        long allocated = allocatedBy(() -> assertThat(shadows.update(LAMP, request.toByteArray()))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(413)));

        assertThat(allocated).isLessThan(50_000_000);
    }

    @ParameterizedTest
    @CsvSource({"199, true", "200, false"})
    void aThreadWithASmallStackIsEnoughForTheDeepestRequest(int arrays, boolean accepted) throws InterruptedException {
        byte[] request = LocalShadows.utf8("{\"state\":{\"reported\":{\"a\":1}},\"x\":" + "[".repeat(arrays)
                + "\"\\u0041\"" + "]".repeat(arrays) + "}");
        UpdateOutcome[] outcome = new UpdateOutcome[1];
        Thread small = new Thread(null, () -> outcome[0] = shadows.update(LAMP, request), "small", 256 * 1024);
        small.start();
        small.join();

        assertThat(outcome[0]).isInstanceOf(accepted ? UpdateOutcome.Accepted.class : Rejected.class);
    }

    @Test
    void anAcceptedTextComesBackToTheByte() {
        String text = "\"\\u0000\\u001f \\\\ \\\" / é 日本語 \\ud83d\\ude00 \u2028\"";
        shadows.accepted(LAMP, "{\"state\":{\"reported\":{\"t\":" + text + "}}}");

        assertThat(shadows.read(LAMP).json().at("/state/reported/t").textValue())
                .isEqualTo("\u0000\u001f \\ \" / é 日本語 \uD83D\uDE00 \u2028");
        assertThat(new String(shadows.read(LAMP).bytes(), StandardCharsets.UTF_8))
                .contains("日本語 \uD83D\uDE00");
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
