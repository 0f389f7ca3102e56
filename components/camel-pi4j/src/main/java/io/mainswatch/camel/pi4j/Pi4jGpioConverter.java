package io.mainswatch.camel.pi4j;

import java.util.Locale;
import org.apache.camel.Converter;

/** A line's level to and from what routes and configuration write for it. */
@Converter(generateLoader = true)
public final class Pi4jGpioConverter {

    private Pi4jGpioConverter() {}

    @Converter
    public static Boolean toBoolean(GpioLevel level) {
        return level == GpioLevel.ON;
    }

    @Converter
    public static GpioLevel toLevel(Boolean on) {
        return on ? GpioLevel.ON : GpioLevel.OFF;
    }

    /** Reads on, true and 1, and off, false and 0, in capitals or not. HIGH and LOW are electrical and not read. */
    @Converter
    public static GpioLevel toLevel(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "on", "true", "1" -> GpioLevel.ON;
            case "off", "false", "0" -> GpioLevel.OFF;
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is not the level of a line; it must be on, off, true, false, 1 or 0.");
        };
    }
}
