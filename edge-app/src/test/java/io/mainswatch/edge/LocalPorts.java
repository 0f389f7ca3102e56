package io.mainswatch.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on which nobody listens. */
final class LocalPorts {

    private LocalPorts() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
