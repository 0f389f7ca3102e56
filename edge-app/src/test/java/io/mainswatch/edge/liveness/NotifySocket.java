package io.mainswatch.edge.liveness;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** The other end: a Unix datagram socket as systemd has it. */
public final class NotifySocket implements AutoCloseable {

    private static final CLibrary C = Native.load("c", CLibrary.class);

    private final String name;
    private final int socket;

    /** @param name a file's path, or an abstract name that begins with {@code @} */
    public NotifySocket(String name) {
        this.name = name;
        this.socket = C.socket(1, 2, 0);
        byte[] path = name.replace('@', '\0').getBytes(StandardCharsets.UTF_8);
        try (Memory address = new Memory(3L + path.length);
                Memory wait = new Memory(16)) {
            address.clear();
            address.setShort(0, (short) 1);
            address.write(2, path, 0, path.length);
            C.bind(socket, address, 2 + path.length);
            wait.clear();
            wait.setLong(0, 20);
            // SOL_SOCKET, SO_RCVTIMEO: 20 s.
            C.setsockopt(socket, 1, 20, wait, 16);
        }
    }

    public String name() {
        return name;
    }

    /** The next message, waiting for it. */
    public String next() {
        byte[] buffer = new byte[4096];
        int length = C.recv(socket, buffer, new NativeLong(buffer.length), 0).intValue();
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        C.close(socket);
    }

    interface CLibrary extends Library {
        int socket(int domain, int type, int protocol) throws LastErrorException;

        int bind(int socket, Pointer address, int length) throws LastErrorException;

        int setsockopt(int socket, int level, int name, Pointer value, int length) throws LastErrorException;

        NativeLong recv(int socket, byte[] buffer, NativeLong length, int flags) throws LastErrorException;

        int close(int socket) throws LastErrorException;
    }
}
