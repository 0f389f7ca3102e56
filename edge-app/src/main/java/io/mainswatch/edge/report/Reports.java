package io.mainswatch.edge.report;

import io.mainswatch.edge.clock.DeviceClock;
import io.mainswatch.edge.journal.Event;
import io.mainswatch.edge.journal.Health;
import io.mainswatch.edge.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Decides what is reported next: events that wait, in their order; when none does, the newest state once more, if there
 * is an occasion. Occasions are kept until a report has met them and may be raised from any thread; the rest is called
 * by the reporter only.
 */
public final class Reports {

    private final Journal journal;
    private final DeviceClock clock;
    private final Device device;
    private final PropertyNames properties;
    private final Map<String, Supplier<?>> others = new ConcurrentSkipListMap<>();
    private final AtomicReference<Occasion> occasion = new AtomicReference<>(Occasion.NONE);
    private final AtomicInteger repeats = new AtomicInteger();
    private volatile Health told = Health.SOUND;

    public Reports(Journal journal, DeviceClock clock, Device device, PropertyNames properties) {
        this.journal = journal;
        this.clock = clock;
        this.device = device;
        this.properties = properties;
    }

    /** From now on repeats have this member too, with its value of then; null removes it from the shadow. */
    public void include(String member, Supplier<?> value) {
        others.put(member, value);
    }

    /** The connection is new. */
    public void connected() {
        occasion.updateAndGet(Occasion::withConnected);
    }

    /** A heartbeat is due. */
    public void heartbeat() {
        occasion.updateAndGet(Occasion::withHeartbeat);
    }

    /** What the cloud desired has been done, refused or withdrawn: it is to be told. */
    public void changed() {
        occasion.updateAndGet(Occasion::withChanged);
    }

    /** The cloud desires a fresh report under this id; asked again before the answer, it is one request. */
    public void requested(String id) {
        occasion.updateAndGet(raised -> id.equals(raised.request()) ? raised : raised.withRequest(id));
    }

    /** Whether there is anything to report: an event, an occasion, or that the journal's disk is full or well again. */
    public boolean due() {
        return journal.head().isPresent()
                || !(occasion.get().equals(Occasion.NONE) && journal.health() == told)
                        && !journal.latest().isEmpty();
    }

    /** The next report, as of now; call only when one is {@link #due}. */
    public Report next() {
        Optional<Event> waiting = journal.head();
        return waiting.isPresent() ? news(waiting.get()) : repeat(occasion.get());
    }

    /** The shadow has it. */
    public void accepted(Report report) {
        if (report.event().state() != Event.State.ACCEPTED) {
            journal.accepted(report.event());
        }
        met(report);
    }

    /** The shadow will never take it: the event is parked with the cause; a repeat is given up until its next occasion. */
    public void refused(Report report, String cause) {
        if (report.isNews()) {
            journal.park(report.event(), cause);
        }
        met(report);
    }

    private Report news(Event event) {
        Health health = journal.health();
        ReportedState state = new ReportedState(clock, properties)
                .input(event.change(), false)
                .event(event)
                .journal(health);
        return new Report(event, Occasion.NONE, health, ShadowUpdate.reporting(state.members(), token(event)));
    }

    private Report repeat(Occasion raised) {
        List<Event> latest = journal.latest();
        Event newest = latest.get(0);
        ReportedState state = new ReportedState(clock, properties);
        latest.forEach(event -> state.input(event.change(), raised.connected()));
        Health health = journal.health();
        state.event(newest).journal(health);
        others.forEach((member, value) -> state.and(member, value.get()));
        if (raised.connected() || raised.changed()) {
            state.device(device);
        }
        if (raised.request() != null) {
            state.answering(raised.request());
        }
        String token = token(newest) + "-r" + repeats.incrementAndGet();
        return new Report(newest, raised, health, ShadowUpdate.reporting(state.members(), token));
    }

    private static String token(Event event) {
        return event.change().at().boot() + "-" + event.seq();
    }

    /** Only if nothing was added meanwhile; else the next repeat meets both. */
    private void met(Report report) {
        occasion.compareAndSet(report.occasion(), Occasion.NONE);
        told = report.journal();
    }
}
