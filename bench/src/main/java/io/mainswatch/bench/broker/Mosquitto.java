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
import org.awaitility.Awaitility;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/** Debian's mosquitto as a child process. */
final class Mosquitto implements AutoCloseable {

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Mosquitto start(Path folder) throws IOException {
        int port = Installation.freePort();
        Files.createDirectories(folder);
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(configuration, """
                listener %d 127.0.0.1
                allow_anonymous true
                max_queued_messages 0
                max_inflight_messages 0
                set_tcp_nodelay true
                log_type error
                """.formatted(port));
        Process process = new ProcessBuilder(List.of("mosquitto", "-c", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Awaitility.await("mosquitto, whose log is in " + folder)
                .atMost(Duration.ofSeconds(10))
                .failFast("mosquitto has ended", () -> !process.isAlive())
                .until(() -> listens(port));
        return new Mosquitto(process, port);
    }

    Peer plain() {
        return new Peer("mosquitto", "tcp://127.0.0.1:" + port, client -> new MqttConnectOptions());
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
