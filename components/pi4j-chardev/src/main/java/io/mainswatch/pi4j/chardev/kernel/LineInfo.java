package io.mainswatch.pi4j.chardev.kernel;

import java.nio.ByteBuffer;

/**
 * {@code struct gpio_v2_line_info}, without the attributes.
 *
 * @param offset the line's number in its chip
 * @param name the name that the board gives the line, such as {@code GPIO4}; may be empty
 * @param consumer who holds the line; may be empty, also when it is held
 * @param flags of {@link LineFlag}
 */
public record LineInfo(int offset, String name, String consumer, long flags) {

    static final int SIZE = 256;
    private static final int CONSUMER = 32;
    private static final int OFFSET = 64;
    private static final int FLAGS = 72;

    /** Memory that asks for a line. */
    public static ByteBuffer request(int offset) {
        return Bytes.allocate(SIZE).putInt(OFFSET, offset);
    }

    public static LineInfo decode(ByteBuffer struct) {
        return new LineInfo(
                struct.getInt(OFFSET), Bytes.name(struct, 0), Bytes.name(struct, CONSUMER), struct.getLong(FLAGS));
    }

    /** Writes the struct; the kernel's part. */
    public void encode(ByteBuffer struct) {
        Bytes.putName(struct, 0, name);
        Bytes.putName(struct, CONSUMER, consumer);
        struct.putInt(OFFSET, offset).putLong(FLAGS, flags);
    }
}
