package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The converters, found by Camel itself through the generated loader. */
class Pi4jGpioConverterTest {

    private final CamelContext camel = new DefaultCamelContext();
    private TypeConverter converter;

    @BeforeEach
    void start() {
        camel.start();
        converter = camel.getTypeConverter();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @CsvSource({"on,ON", "ON,ON", "' On ',ON", "true,ON", "1,ON", "off,OFF", "Off,OFF", "false,OFF", "0,OFF"})
    void aTextNamesALevel(String text, GpioLevel level) {
        assertThat(converter.convertTo(GpioLevel.class, text)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"true,ON", "false,OFF"})
    void aBooleanIsALevelAndBack(boolean on, GpioLevel level) {
        assertThat(converter.convertTo(GpioLevel.class, on)).isEqualTo(level);
        assertThat(converter.convertTo(Boolean.class, level)).isEqualTo(on);
    }

    @Test
    void aLevelIsItsNameAsText() {
        assertThat(converter.convertTo(String.class, GpioLevel.OFF)).isEqualTo("OFF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIGH", "2", "", "yes"})
    void whatIsNoLevelIsRefusedWithTheWordsThatAre(String text) {
        assertThatThrownBy(() -> converter.mandatoryConvertTo(GpioLevel.class, text))
                .hasStackTraceContaining(
                        "'" + text + "' is not the level of a line; it must be on, off, true, false, 1 or 0.");
    }
}
