package io.mainswatch.pi4j.chardev.kernel;

import java.nio.ByteBuffer;

/** {@code struct gpio_v2_line_values} of a request of one line: a bit for its value and one that says it is meant. */
public final class LineValues {

    static final int SIZE = 16;
    private static final int MASK = 8;

    private LineValues() {}

    public static ByteBuffer encode(boolean value) {
        return Bytes.allocate(SIZE).putLong(0, value ? 1 : 0).putLong(MASK, 1);
    }

    public static boolean decode(ByteBuffer struct) {
        return (struct.getLong(0) & 1) == 1;
    }

    /** Writes the value; the kernel's part. */
    public static void answer(ByteBuffer struct, boolean value) {
        struct.putLong(0, value ? 1 : 0);
    }
}
