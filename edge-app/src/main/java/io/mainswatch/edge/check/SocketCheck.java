package io.mainswatch.edge.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Whether somebody takes connections at the endpoint's port. */
public final class SocketCheck implements Check {

    static final String NAME = "TCP";

    /** As long as the edge itself waits. */
    static final int LIMIT_MILLIS = 10_000;

    private final String host;
    private final int port;
    private final Function<Exception, String> words;

    /** @param words says why something failed */
    public SocketCheck(String host, int port, Function<Exception, String> words) {
        this.host = host;
        this.port = port;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(NameCheck.NAME);
    }

    @Override
    public Finding look() {
        long began = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            return Finding.ok(socket.getInetAddress().getHostAddress() + " port " + port + " answers, after "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
        } catch (IOException e) {
            return Finding.failed(
                    host + " port " + port + ": " + words.apply(e),
                    port == 443
                            ? "see that the firewall lets port 443 out"
                            : "see that the server runs and the firewall lets port " + port
                                    + " out; for AWS mainswatch.port = 443 does too");
        }
    }
}
