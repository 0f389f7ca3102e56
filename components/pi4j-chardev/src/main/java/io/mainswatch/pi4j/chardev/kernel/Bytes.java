package io.mainswatch.pi4j.chardev.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Memory as the kernel wants it, and its texts: 32 bytes that end at the first zero. */
final class Bytes {

    static final int NAME_SIZE = 32;

    private Bytes() {}

    /** Zeroed memory outside the heap. */
    static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    static String name(ByteBuffer struct, int offset) {
        byte[] text = new byte[NAME_SIZE];
        struct.get(offset, text);
        int length = 0;
        while (length < NAME_SIZE && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** Writes the text, shortened if need be so that a zero follows. */
    static void putName(ByteBuffer struct, int offset, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        struct.put(offset, text, 0, Math.min(text.length, NAME_SIZE - 1));
    }
}
