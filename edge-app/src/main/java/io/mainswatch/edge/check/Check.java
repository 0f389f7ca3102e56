package io.mainswatch.edge.check;

import java.util.Set;

/** One step. */
public interface Check {

    /** One or two words. */
    String name();

    /** The names of steps without which this one is pointless. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Looks; every failure that can be thought of is a finding. */
    Finding look() throws InterruptedException;
}
