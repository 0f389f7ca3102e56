package io.mainswatch.edge.liveness;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/**
 * A Unix datagram socket that messages can be sent to; the JDK has Unix sockets for streams only.
 *
 * @param path as in {@code sockaddr_un}: a file's path, or a zero byte and an abstract name
 */
record DatagramAddress(byte[] path) {

    private static final CLibrary C = Native.load("c", CLibrary.class);

    /** {@code AF_UNIX}, {@code SOCK_DGRAM}, {@code MSG_NOSIGNAL} and {@code MSG_DONTWAIT} of Linux. */
    private static final short UNIX = 1;

    private static final int DATAGRAM = 2;
    private static final int NO_SIGNAL = 0x4000;
    private static final int NO_WAIT = 0x40;

    /** {@code sun_path} has 108 bytes after the two of the family; a file's path needs a zero at its end. */
    private static final int PATH = 2;

    private static final int LONGEST = 107;

    /** From the form that {@code NOTIFY_SOCKET} has: an abstract name begins with {@code @}. */
    static DatagramAddress of(String name) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        if (path.length == 0 || path.length > LONGEST || path[0] != '/' && path[0] != '@') {
            throw new IllegalArgumentException(
                    name + ": must begin with / or @ and have at most " + LONGEST + " bytes.");
        }
        if (path[0] == '@') {
            path[0] = 0;
        }
        return new DatagramAddress(path);
    }

    /** Sends at once or fails; never waits for a reader. */
    void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        int socket = C.socket(UNIX, DATAGRAM, 0);
        try (Memory address = new Memory(PATH + LONGEST + 1L)) {
            address.clear();
            address.setShort(0, UNIX);
            address.write(PATH, path, 0, path.length);
            C.sendto(socket, bytes, new NativeLong(bytes.length), NO_SIGNAL | NO_WAIT, address, PATH + path.length);
        } finally {
            C.close(socket);
        }
    }

    /** Each call throws with the C library's reason if it fails. */
    interface CLibrary extends Library {
        int socket(int domain, int type, int protocol) throws LastErrorException;

        NativeLong sendto(int socket, byte[] message, NativeLong length, int flags, Pointer address, int addressLength)
                throws LastErrorException;

        int close(int socket) throws LastErrorException;
    }
}
