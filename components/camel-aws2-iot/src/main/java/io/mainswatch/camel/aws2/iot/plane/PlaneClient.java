package io.mainswatch.camel.aws2.iot.plane;

import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;

/**
 * The SDK client of an endpoint while it runs.
 *
 * <p>A client given by configuration or registry is used and left open: it belongs to whoever made it. Otherwise one is
 * made at the start of the endpoint and closed at its stop.
 *
 * @param <C> the SDK client of the plane
 */
public final class PlaneClient<C extends SdkClient> {

    private final Supplier<C> given;
    private final Supplier<C> factory;
    private C client;

    /**
     * @param given gives the client that the configuration brings, or null
     * @param factory makes a client from the configuration
     */
    public PlaneClient(Supplier<C> given, Supplier<C> factory) {
        this.given = given;
        this.factory = factory;
    }

    public void open() {
        client = given.get() != null ? given.get() : factory.get();
    }

    public void close() {
        if (client != null && client != given.get()) {
            client.close();
        }
        client = null;
    }

    /** The client in use; null unless open. */
    public C get() {
        return client;
    }
}
