package io.mainswatch.edge.check;

import io.mainswatch.edge.thing.VisitException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Whether the broker lets the thing in, and to its shadow's messages. */
public final class ConnectCheck implements Check {

    static final String NAME = "MQTT";

    private final String thing;
    private final boolean tls;
    private final ShadowSession session;
    private final Optional<RunningEdge> edge;

    public ConnectCheck(String thing, boolean tls, ShadowSession session, Optional<RunningEdge> edge) {
        this.thing = thing;
        this.tls = tls;
        this.session = session;
        this.edge = edge;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(tls ? TlsCheck.NAME : SocketCheck.NAME);
    }

    @Override
    public Finding look() {
        if (edge.isPresent()) {
            return Finding.skipped("the running edge is connected under the name " + thing
                    + ", and a second connection would throw it out. To check this too: "
                    + edge.get().stop());
        }
        long began = System.nanoTime();
        try {
            session.visit();
            return Finding.ok("connected as " + thing + " and subscribed to its shadow, after "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
        } catch (VisitException e) {
            return Finding.failed(e.getMessage(), "");
        }
    }
}
