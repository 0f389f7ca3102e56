package io.mainswatch.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.net.ServerSocketFactory;

/** A link to a port of this machine that can be cut, and that can swallow what goes through it without a sign. */
public final class Relay implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket entry;
    private final int target;
    private volatile boolean swallowing;
    private final Semaphore toClient = new Semaphore(1);

    /** @param entries plain, or TLS to end TLS here */
    public Relay(ServerSocketFactory entries, int target) throws IOException {
        this(entries, 0, target);
    }

    /**
     * Opens the entry.
     *
     * @param entries plain, or TLS to end TLS here
     * @param port where clients connect; 0 for any free one
     * @param target where they get to; while nobody listens there, their connections end at once
     */
    public Relay(ServerSocketFactory entries, int port, int target) throws IOException {
        this.entry = entries.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        threads.execute(this::accept);
    }

    public int port() {
        return entry.getLocalPort();
    }

    public void swallow(boolean now) {
        swallowing = now;
    }

    /** Holds back what comes for the client, until {@link #letGo}. */
    public void hold() throws InterruptedException {
        toClient.acquire();
    }

    public void letGo() {
        toClient.release();
    }

    /** The clients' ends of the connections that are open, the latest last. */
    public List<Socket> entered() {
        return sockets.stream()
                .filter(socket -> socket.getLocalPort() == port())
                .toList();
    }

    public void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        try {
            while (!entry.isClosed()) {
                join(entry.accept());
            }
        } catch (IOException e) {
            if (!entry.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void join(Socket here) throws IOException {
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(here, there));
            threads.execute(() -> pump(here, there));
            threads.execute(() -> pump(there, here));
        } catch (ConnectException e) {
            here.close();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!swallowing) {
                    if (from.getPort() == target) {
                        toClient.acquire();
                        toClient.release();
                    }
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException | InterruptedException e) {
            // The other end, or cut(), has closed it: that is how a link ends.
            sockets.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
        threads.shutdownNow();
    }
}
