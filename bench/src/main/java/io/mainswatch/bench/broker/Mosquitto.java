package io.mainswatch.bench.broker;

import io.mainswatch.acceptance.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;

/** Debian's mosquitto as a child process. */
final class Mosquitto implements AutoCloseable {

    private final Process process;
    private final int port;
    private final int tlsPort;

    private Mosquitto(Process process, int port, int tlsPort) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** @param identity where the root's certificate and the server's are, the same as the stand-in's */
    static Mosquitto start(Path folder, Path identity) throws IOException {
        int port = Installation.freePort();
        int tlsPort = Installation.freePort();
        Files.createDirectories(folder);
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(configuration, """
                user root
                allow_anonymous true
                max_queued_messages 0
                max_inflight_messages 0
                set_tcp_nodelay true
                log_type error
                listener %1$d 127.0.0.1
                listener %2$d 127.0.0.1
                cafile %3$s/root-ca.pem
                certfile %3$s/server.pem
                keyfile %3$s/server.pem
                require_certificate true
                """.formatted(port, tlsPort, identity));
        Process process = new ProcessBuilder(List.of("mosquitto", "-c", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Awaitility.await("mosquitto, whose log is in " + folder)
                .atMost(Duration.ofSeconds(10))
                .failFast("mosquitto has ended", () -> !process.isAlive())
                .until(() -> listens(port));
        return new Mosquitto(process, port, tlsPort);
    }

    Peer plain() {
        return Peer.plain("mosquitto", port);
    }

    Peer secured(SSLContext tls) {
        return Peer.secured("mosquitto mTLS", tlsPort, tls);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while mosquitto ended", e));
        }
    }
}
