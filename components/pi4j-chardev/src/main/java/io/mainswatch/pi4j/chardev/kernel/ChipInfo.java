package io.mainswatch.pi4j.chardev.kernel;

import java.nio.ByteBuffer;

/**
 * {@code struct gpiochip_info}.
 *
 * @param name the kernel's name, such as {@code gpiochip0}
 * @param label the driver's, such as {@code pinctrl-bcm2711}
 * @param lines how many lines the chip has, numbered from 0
 */
public record ChipInfo(String name, String label, int lines) {

    static final int SIZE = 68;
    private static final int LABEL = 32;
    private static final int LINES = 64;

    /** Memory for the answer. */
    public static ByteBuffer request() {
        return Bytes.allocate(SIZE);
    }

    public static ChipInfo decode(ByteBuffer struct) {
        return new ChipInfo(Bytes.name(struct, 0), Bytes.name(struct, LABEL), struct.getInt(LINES));
    }

    /** Writes the struct; the kernel's part. */
    public void encode(ByteBuffer struct) {
        Bytes.putName(struct, 0, name);
        Bytes.putName(struct, LABEL, label);
        struct.putInt(LINES, lines);
    }
}
