package io.mainswatch.edge.check;

import io.mainswatch.edge.report.ShadowVisit;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.edge.thing.VisitException;
import java.util.function.Supplier;

/** The one connection that the last steps share: who connects opens it, who reports uses it. */
public final class ShadowSession implements AutoCloseable {

    private final Supplier<ThingEndpoint> endpoint;
    private ShadowVisit visit;

    public ShadowSession(Supplier<ThingEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    /** The connection, made by the first call. */
    public ShadowVisit visit() throws VisitException {
        if (visit == null) {
            visit = new ShadowVisit(endpoint.get());
        }
        return visit;
    }

    @Override
    public void close() {
        if (visit != null) {
            visit.close();
        }
    }
}
