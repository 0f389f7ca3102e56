package io.mainswatch.edge.line;

import java.util.List;

/** Where a Raspberry Pi's lines come out: the 40-pin header that all models since 2014 have. */
public final class HeaderPin {

    /** By BCM number, 0 to 27. */
    private static final List<Integer> PINS = List.of(
            27, 28, 3, 5, 7, 29, 31, 26, 24, 21, 19, 23, 32, 33, 8, 10, 36, 11, 12, 35, 38, 40, 15, 16, 18, 22, 37, 13);

    private HeaderPin() {}

    /** In an owner's words, for example {@code line 4 (GPIO4, pin 7 of a Raspberry Pi's header)}. */
    public static String of(int line) {
        return "line " + line
                + (line < PINS.size()
                        ? " (GPIO" + line + ", pin " + PINS.get(line) + " of a Raspberry Pi's header)"
                        : "");
    }
}
