package io.mainswatch.localaws.faults;

import io.mainswatch.localaws.store.Changes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The armed faults. A room asks here at the place where a fault would happen; each yes is counted. */
public final class Faults {

    /** Faults that are over, for whoever wants to see how often they struck. */
    private static final int MAX_OVER = 20;

    private final Changes changes;
    private final Clock clock;

    /** In the order in which they were armed. */
    private final List<Arming> armings = new CopyOnWriteArrayList<>();

    private final List<Consumer<Arming>> watchers = new CopyOnWriteArrayList<>();

    public Faults(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Arms a fault, in the place of one of the same kind for the same thing, address or service. */
    public Arming arm(FaultOrder order) {
        Arming arming = new Arming(order, clock);
        synchronized (armings) {
            List<Arming> replaced = armings.stream()
                    .filter(armed -> order.replaces(armed.order()))
                    .toList();
            replaced.forEach(Arming::disarm);
            armings.removeAll(replaced);
            armings.add(arming);
        }
        forgetOld();
        watchers.forEach(watcher -> watcher.accept(arming));
        changes.announce(Changes.Kind.FAULTS);
        return arming;
    }

    /** Ends all faults of the kind. */
    public void disarm(Class<? extends Fault> kind) {
        armings.stream().filter(armed -> kind.isInstance(armed.order().fault())).forEach(Arming::disarm);
        forgetOld();
        changes.announce(Changes.Kind.FAULTS);
    }

    private void forgetOld() {
        synchronized (armings) {
            List<Arming> over =
                    armings.stream().filter(armed -> !armed.isArmed()).toList();
            armings.removeAll(over.subList(0, Math.max(0, over.size() - MAX_OVER)));
        }
    }

    /** Ends all faults. */
    public void disarmAll() {
        disarm(Fault.class);
    }

    /** Armed and lately ended faults, the latest first. */
    public List<Arming> list() {
        List<Arming> latestFirst = new ArrayList<>();
        armings.forEach(arming -> latestFirst.add(0, arming));
        return latestFirst;
    }

    /**
     * Whether a fault of the kind strikes here and now.
     *
     * @param subject the thing, address or service it would strike
     */
    public <F extends Fault> Optional<F> strike(Class<F> kind, String subject) {
        return strike(kind, List.of(subject));
    }

    /** As {@link #strike(Class, String)}; one of the subjects is enough. */
    public <F extends Fault> Optional<F> strike(Class<F> kind, Collection<String> subjects) {
        for (Arming arming : armings) {
            FaultOrder order = arming.order();
            if (kind.isInstance(order.fault()) && subjects.stream().anyMatch(order::isAbout) && strike(arming)) {
                return Optional.of(kind.cast(order.fault()));
            }
        }
        return Optional.empty();
    }

    /** For a fault that strikes by itself, not on occasion: strikes, unless it is over. */
    public boolean strike(Arming arming) {
        boolean strikes = arming.strike();
        if (strikes) {
            changes.announce(Changes.Kind.FAULTS);
        }
        return strikes;
    }

    /** Whoever makes faults that strike by themselves hears of each that is armed, and must return at once. */
    public void watch(Consumer<Arming> watcher) {
        watchers.add(watcher);
    }
}
