package io.mainswatch.localaws.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Word that something has changed, without saying how: whoever cares looks again. */
public final class Changes {

    /** What can change. */
    public enum Kind {
        /** The registry, a shadow, or who is connected. */
        THINGS,
        /** The mail inbox. */
        MAILS,
        /** Certificates, policies, what is attached to what, groups, or what policies may ask of a thing. */
        IDENTITIES,
        /** Messages went through the broker. */
        MESSAGES,
        /** The level of a simulated line. */
        LINES,
        /** The faults that are armed, or how often one struck. */
        FAULTS
    }

    private final List<Consumer<Kind>> listeners = new CopyOnWriteArrayList<>();

    /** The listener is called on the thread that made the change, and must return at once. */
    public void listen(Consumer<Kind> listener) {
        listeners.add(listener);
    }

    public void announce(Kind kind) {
        listeners.forEach(listener -> listener.accept(kind));
    }
}
