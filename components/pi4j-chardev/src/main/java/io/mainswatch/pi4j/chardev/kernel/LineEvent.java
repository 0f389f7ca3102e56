package io.mainswatch.pi4j.chardev.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code struct gpio_v2_line_event}.
 *
 * @param nanoTime when the kernel saw the edge, by {@code CLOCK_MONOTONIC}, which on Linux is {@link System#nanoTime()}
 * @param rising whether the line went high
 * @param sequence the number of the event on its line: 1, 2, 3, ...; a gap means that the kernel had to drop some
 */
public record LineEvent(long nanoTime, boolean rising, int sequence) {

    static final int SIZE = 48;
    private static final int ID = 8;
    private static final int LINE_SEQUENCE = 20;
    private static final int RISING_EDGE = 1;
    private static final int FALLING_EDGE = 2;

    /** Memory for as many events as the kernel keeps for a line by default. */
    public static ByteBuffer buffer() {
        return Bytes.allocate(16 * SIZE);
    }

    /** The events in the first so many bytes. */
    public static List<LineEvent> decode(ByteBuffer buffer, int bytes) {
        List<LineEvent> events = new ArrayList<>();
        for (int at = 0; at + SIZE <= bytes; at += SIZE) {
            events.add(new LineEvent(
                    buffer.getLong(at), buffer.getInt(at + ID) == RISING_EDGE, buffer.getInt(at + LINE_SEQUENCE)));
        }
        return events;
    }

    /** Writes the event as the n-th in the buffer; the kernel's part. Returns how many bytes there are now. */
    public int encode(ByteBuffer buffer, int n) {
        int at = n * SIZE;
        buffer.putLong(at, nanoTime)
                .putInt(at + ID, rising ? RISING_EDGE : FALLING_EDGE)
                .putInt(at + LINE_SEQUENCE, sequence);
        return at + SIZE;
    }
}
