package io.mainswatch.pi4j.chardev.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of {@code linux/gpio.h}: as written down from it, and as the C compiler sees it where there is one. */
class LayoutTest {

    @Test
    void theStructsHaveTheirSizes() {
        assertThat(ChipInfo.request().capacity()).isEqualTo(68);
        assertThat(LineInfo.request(0).capacity()).isEqualTo(256);
        assertThat(request().encode().capacity()).isEqualTo(592);
        assertThat(LineValues.encode(true).capacity()).isEqualTo(16);
        assertThat(LineEvent.buffer().capacity()).isEqualTo(16 * 48);
    }

    @ParameterizedTest
    @CsvSource({
        "GET_CHIP_INFO, 8044b401",
        "GET_LINE_INFO, c100b405",
        "GET_LINE, c250b407",
        "LINE_GET_VALUES, c010b40e",
        "LINE_SET_VALUES, c010b40f"
    })
    void theRequestsHaveTheirNumbers(Ioctl request, String number) {
        assertThat(Long.toHexString(request.number())).isEqualTo(number);
    }

    @Test
    void anInputIsAskedForWithEdgesBiasAndDebounce() {
        long flags = LineFlag.INPUT | LineFlag.EDGE_RISING | LineFlag.EDGE_FALLING | LineFlag.BIAS_PULL_UP;

        ByteBuffer bytes = new LineRequest(17, "mainswatch", flags, 200_000, false).encode();

        assertThat(bytes.getInt(0)).as("offsets[0]").isEqualTo(17);
        assertThat(bytes.getInt(4)).as("offsets[1]").isZero();
        assertThat(text(bytes, 256)).as("consumer").isEqualTo("mainswatch");
        assertThat(bytes.getLong(288)).as("config.flags").isEqualTo(4 | 16 | 32 | 256);
        assertThat(bytes.getInt(296)).as("config.num_attrs").isEqualTo(1);
        assertThat(bytes.getInt(320)).as("config.attrs[0].attr.id").isEqualTo(3);
        assertThat(bytes.getInt(328)).as("debounce_period_us").isEqualTo(200_000);
        assertThat(bytes.getLong(336)).as("config.attrs[0].mask").isEqualTo(1);
        assertThat(bytes.getInt(560)).as("num_lines").isEqualTo(1);
        assertThat(bytes.getInt(564))
                .as("event_buffer_size: the kernel's choice")
                .isZero();
    }

    @Test
    void anOutputIsAskedForWithItsValue() {
        ByteBuffer bytes = new LineRequest(4, "x", LineFlag.OUTPUT, 0, true).encode();

        assertThat(bytes.getLong(288)).as("config.flags").isEqualTo(8);
        assertThat(bytes.getInt(320)).as("config.attrs[0].attr.id").isEqualTo(2);
        assertThat(bytes.getLong(328)).as("values").isEqualTo(1);
        assertThat(bytes.getLong(336)).as("mask").isEqualTo(1);
    }

    @Test
    void withoutDebounceThereIsNoAttribute() {
        assertThat(new LineRequest(4, "x", LineFlag.INPUT, 0, false).encode().getInt(296))
                .isZero();
    }

    @Test
    void aLongNameIsShortenedAndStillEnds() {
        ByteBuffer bytes = new LineRequest(4, "n".repeat(40), LineFlag.INPUT, 0, false).encode();

        assertThat(text(bytes, 256)).isEqualTo("n".repeat(31));
        assertThat(bytes.get(256 + 31)).isZero();
    }

    @Test
    void whatIsWrittenIsRead() {
        LineRequest request = request();
        assertThat(LineRequest.decode(request.encode())).isEqualTo(request);

        ChipInfo chip = new ChipInfo("gpiochip0", "pinctrl-bcm2711", 58);
        ByteBuffer answer = ChipInfo.request();
        chip.encode(answer);
        assertThat(ChipInfo.decode(answer)).isEqualTo(chip);
        assertThat(answer.getInt(64)).as("lines").isEqualTo(58);

        LineInfo line = new LineInfo(4, "GPIO4", "gpio-keys", LineFlag.USED | LineFlag.INPUT);
        ByteBuffer info = LineInfo.request(4);
        assertThat(info.getInt(64)).as("offset").isEqualTo(4);
        line.encode(info);
        assertThat(LineInfo.decode(info)).isEqualTo(line);
        assertThat(info.getLong(72)).as("flags").isEqualTo(5);
    }

    @Test
    void eventsAreReadInOrderAndHalfOnesNotAtAll() {
        ByteBuffer buffer = LineEvent.buffer();
        LineEvent first = new LineEvent(1_000_000_007L, true, 1);
        LineEvent second = new LineEvent(1_000_000_009L, false, 2);
        first.encode(buffer, 0);
        int bytes = second.encode(buffer, 1);

        assertThat(bytes).isEqualTo(96);
        assertThat(LineEvent.decode(buffer, bytes)).containsExactly(first, second);
        assertThat(LineEvent.decode(buffer, 95)).containsExactly(first);
        assertThat(buffer.getInt(48 + 8)).as("id").isEqualTo(2);
        assertThat(buffer.getInt(48 + 20)).as("line_seqno").isEqualTo(2);
    }

    @Test
    void theCompilerAgrees(@TempDir Path folder) throws Exception {
        assumeTrue(
                Files.exists(Path.of("/usr/include/linux/gpio.h")) && run(folder, "cc", "--version") == 0,
                "no C compiler with the kernel's headers here");
        Files.writeString(folder.resolve("layout.c"), PROGRAM);
        assertThat(run(folder, "cc", "-o", "layout", "layout.c")).isZero();
        Process program = new ProcessBuilder(folder.resolve("layout").toString()).start();

        Map<String, String> seen = new TreeMap<>();
        for (String line : new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            seen.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        Map<String, String> ours = new TreeMap<>(Map.of(
                "chip", "68 32 64",
                "info", "256 32 64 72",
                "request", "592 256 288 560 588",
                "config", "272 8 32",
                "attribute", "24 8 16",
                "values", "16 8",
                "event", "48 8 20",
                "flags", "1 4 8 16 32 256 512 1024",
                "ids", "1 2 2 3"));
        for (Ioctl request : Ioctl.values()) {
            ours.put(request.name(), Long.toHexString(request.number()));
        }
        assertThat(seen).isEqualTo(ours);
    }

    private static final String PROGRAM = """
            #include <stdio.h>
            #include <stddef.h>
            #include <linux/gpio.h>
            #define S(t) (int) sizeof(struct t)
            #define O(t, f) (int) offsetof(struct t, f)
            int main(void) {
              printf("chip %d %d %d\\n", S(gpiochip_info), O(gpiochip_info, label), O(gpiochip_info, lines));
              printf("info %d %d %d %d\\n", S(gpio_v2_line_info), O(gpio_v2_line_info, consumer),
                  O(gpio_v2_line_info, offset), O(gpio_v2_line_info, flags));
              printf("request %d %d %d %d %d\\n", S(gpio_v2_line_request), O(gpio_v2_line_request, consumer),
                  O(gpio_v2_line_request, config), O(gpio_v2_line_request, num_lines), O(gpio_v2_line_request, fd));
              printf("config %d %d %d\\n", S(gpio_v2_line_config), O(gpio_v2_line_config, num_attrs),
                  O(gpio_v2_line_config, attrs));
              printf("attribute %d %d %d\\n", S(gpio_v2_line_config_attribute),
                  O(gpio_v2_line_config_attribute, attr.values), O(gpio_v2_line_config_attribute, mask));
              printf("values %d %d\\n", S(gpio_v2_line_values), O(gpio_v2_line_values, mask));
              printf("event %d %d %d\\n", S(gpio_v2_line_event), O(gpio_v2_line_event, id),
                  O(gpio_v2_line_event, line_seqno));
              printf("flags %d %d %d %d %d %d %d %d\\n", GPIO_V2_LINE_FLAG_USED, GPIO_V2_LINE_FLAG_INPUT,
                  GPIO_V2_LINE_FLAG_OUTPUT, GPIO_V2_LINE_FLAG_EDGE_RISING, GPIO_V2_LINE_FLAG_EDGE_FALLING,
                  GPIO_V2_LINE_FLAG_BIAS_PULL_UP, GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN, GPIO_V2_LINE_FLAG_BIAS_DISABLED);
              printf("ids %d %d %d %d\\n", GPIO_V2_LINE_EVENT_RISING_EDGE, GPIO_V2_LINE_EVENT_FALLING_EDGE,
                  GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES, GPIO_V2_LINE_ATTR_ID_DEBOUNCE);
              printf("GET_CHIP_INFO %x\\n", (unsigned) GPIO_GET_CHIPINFO_IOCTL);
              printf("GET_LINE_INFO %x\\n", (unsigned) GPIO_V2_GET_LINEINFO_IOCTL);
              printf("GET_LINE %x\\n", (unsigned) GPIO_V2_GET_LINE_IOCTL);
              printf("LINE_GET_VALUES %x\\n", (unsigned) GPIO_V2_LINE_GET_VALUES_IOCTL);
              printf("LINE_SET_VALUES %x\\n", (unsigned) GPIO_V2_LINE_SET_VALUES_IOCTL);
              return 0;
            }
            """;

    private static int run(Path folder, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static LineRequest request() {
        return new LineRequest(4, "pi4j-gpio-4", LineFlag.INPUT, 10_000, false);
    }

    private static String text(ByteBuffer bytes, int offset) {
        return Bytes.name(bytes, offset);
    }
}
