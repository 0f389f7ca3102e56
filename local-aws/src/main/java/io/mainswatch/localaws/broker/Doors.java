package io.mainswatch.localaws.broker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;

/** The broker's ports. They can be closed for a while; they open again at the numbers they had. */
final class Doors {

    private final RemotingService remoting;
    private final Map<String, Door> doors = new LinkedHashMap<>();

    /**
     * @param url Artemis's URL for it at a given port
     * @param port its number, also if any free one was asked for
     */
    private record Door(IntFunction<String> url, int port, NettyAcceptor acceptor) {}

    Doors(RemotingService remoting) {
        this.remoting = remoting;
    }

    /**
     * Opens a port.
     *
     * @param name what Artemis shall call the acceptor
     * @param port 0 for any free one
     * @throws Exception if it is taken: an acceptor that is started here says so
     */
    synchronized void open(String name, IntFunction<String> url, int port) throws Exception {
        NettyAcceptor acceptor = (NettyAcceptor) remoting.createAcceptor(name, url.apply(port));
        acceptor.start();
        doors.put(name, new Door(url, acceptor.getActualPort(), acceptor));
    }

    synchronized int port(String name) {
        return doors.get(name).port();
    }

    /** Lets nobody in any more; who is in stays in. */
    synchronized void pause() {
        doors.values().forEach(door -> door.acceptor().pause());
    }

    /** Gives up the ports and the threads behind them. */
    synchronized void shut() throws Exception {
        for (String name : doors.keySet()) {
            remoting.destroyAcceptor(name);
        }
    }

    /** Opens what is shut; to be called again where that was not possible. */
    synchronized void reopen() throws Exception {
        for (Map.Entry<String, Door> entry : Map.copyOf(doors).entrySet()) {
            if (!entry.getValue().acceptor().isStarted()) {
                open(entry.getKey(), entry.getValue().url(), entry.getValue().port());
            }
        }
    }
}
