package io.mainswatch.pi4j.chardev.kernel;

import java.nio.ByteBuffer;

/**
 * {@code struct gpio_v2_line_request} for one line, with the {@code struct gpio_v2_line_config} in it. The kernel
 * answers with a descriptor that is the line.
 *
 * @param offset the line's number in its chip
 * @param consumer who asks: what others see as the line's holder; 31 bytes are kept
 * @param flags of {@link LineFlag}
 * @param debounceMicros how long an input must be stable before the kernel tells of it; 0 for no debouncing
 * @param value the first value of an output
 */
public record LineRequest(int offset, String consumer, long flags, int debounceMicros, boolean value) {

    static final int SIZE = 592;
    private static final int CONSUMER = 256;
    private static final int CONFIG = 288;
    private static final int NUM_ATTRIBUTES = CONFIG + 8;
    private static final int ATTRIBUTE = CONFIG + 32;
    private static final int ATTRIBUTE_VALUE = ATTRIBUTE + 8;
    private static final int ATTRIBUTE_MASK = ATTRIBUTE + 16;
    private static final int NUM_LINES = 560;
    private static final int FD = 588;

    private static final int OUTPUT_VALUES = 2;
    private static final int DEBOUNCE = 3;

    public ByteBuffer encode() {
        ByteBuffer struct =
                Bytes.allocate(SIZE).putInt(0, offset).putLong(CONFIG, flags).putInt(NUM_LINES, 1);
        Bytes.putName(struct, CONSUMER, consumer);
        if ((flags & LineFlag.OUTPUT) != 0) {
            attribute(struct, OUTPUT_VALUES).putLong(ATTRIBUTE_VALUE, value ? 1 : 0);
        } else if (debounceMicros != 0) {
            attribute(struct, DEBOUNCE).putInt(ATTRIBUTE_VALUE, debounceMicros);
        }
        return struct;
    }

    public static LineRequest decode(ByteBuffer struct) {
        int attribute = struct.getInt(NUM_ATTRIBUTES) == 0 ? 0 : struct.getInt(ATTRIBUTE);
        return new LineRequest(
                struct.getInt(0),
                Bytes.name(struct, CONSUMER),
                struct.getLong(CONFIG),
                attribute == DEBOUNCE ? struct.getInt(ATTRIBUTE_VALUE) : 0,
                attribute == OUTPUT_VALUES && struct.getLong(ATTRIBUTE_VALUE) == 1);
    }

    /** The descriptor in the kernel's answer. */
    public static int descriptor(ByteBuffer answer) {
        return answer.getInt(FD);
    }

    /** Writes the descriptor; the kernel's part. */
    public static void answer(ByteBuffer struct, int descriptor) {
        struct.putInt(FD, descriptor);
    }

    /** The one attribute, for the first and only line of the request. */
    private static ByteBuffer attribute(ByteBuffer struct, int id) {
        return struct.putInt(NUM_ATTRIBUTES, 1).putInt(ATTRIBUTE, id).putLong(ATTRIBUTE_MASK, 1);
    }
}
