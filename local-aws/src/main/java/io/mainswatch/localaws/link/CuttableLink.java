package io.mainswatch.localaws.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ServerSocketFactory;

/**
 * A link to a port of this machine that can be cut, and that can swallow what goes through it without a sign. A
 * connection through it ends when either end closes, or when nobody listens at the port.
 */
public final class CuttableLink implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cuttable-link");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket entry;
    private final int target;
    private volatile boolean swallowing;

    /** @param entries plain, or TLS to end TLS here */
    public CuttableLink(ServerSocketFactory entries, int target) throws IOException {
        this(entries, 0, target);
    }

    /**
     * Opens the entry.
     *
     * @param entries plain, or TLS to end TLS here
     * @param port where clients connect; 0 for any free one
     * @param target where they get to; it need not listen yet
     */
    public CuttableLink(ServerSocketFactory entries, int port, int target) throws IOException {
        this.entry = entries.createServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.target = target;
        threads.execute(this::accept);
    }

    /** Where clients connect. */
    public int port() {
        return entry.getLocalPort();
    }

    /** From now on nothing that is sent arrives, or all of it again; what was swallowed is gone. */
    public void swallow(boolean now) {
        swallowing = now;
    }

    /** Ends all connections. New ones can be made. */
    public void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entry.accept();
                threads.execute(() -> join(client));
            }
        } catch (IOException | RejectedExecutionException e) {
            if (!entry.isClosed()) {
                throw new IllegalStateException("The link on port " + port() + " takes no clients any more", e);
            }
        }
    }

    private void join(Socket client) {
        sockets.add(client);
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(server);
            threads.execute(() -> pump(client, server));
            pump(server, client);
            sockets.remove(server);
        } catch (IOException e) {
            // Nobody listens there: the client sees its connection end, as behind a router whose line is down.
        } finally {
            sockets.remove(client);
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
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The other end, or cut(), has closed it: that is how a link ends.
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
        threads.shutdownNow();
    }
}
