package io.mainswatch.localaws.console;

import io.mainswatch.localaws.store.Changes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The latest messages that went through the broker, from clients and from the services. Kept in memory only. */
public final class MessageLog {

    private static final int MAX_MESSAGES = 2_000;

    /** Of a longer payload only the beginning is kept; together with the number of messages this bounds the memory. */
    private static final int MAX_KEPT_BYTES = 8 * 1024;

    private final Clock clock;
    private final Changes changes;
    private final Deque<Message> messages = new ArrayDeque<>();

    /** Whether somebody has been told since the last look: a flood of messages is one piece of news. */
    private final AtomicBoolean told = new AtomicBoolean();

    private long count;

    public MessageLog(Clock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * A message.
     *
     * @param number counts up from 1
     * @param sender the client id, or null for a service of the stand-in
     * @param bytes length of the whole payload
     * @param payload its beginning, {@value #MAX_KEPT_BYTES} bytes at the most
     */
    record Message(long number, Instant at, String topic, String sender, int bytes, byte[] payload) {

        boolean isComplete() {
            return payload.length == bytes;
        }

        /** Whether the client has sent it, or one of the topic's levels is the name. */
        boolean concerns(String thing) {
            return thing.equals(sender) || Arrays.asList(topic.split("/")).contains(thing);
        }
    }

    /** @param sender the client id, or null for a service of the stand-in */
    public void add(String topic, String sender, byte[] payload) {
        byte[] kept = payload.length > MAX_KEPT_BYTES ? Arrays.copyOf(payload, MAX_KEPT_BYTES) : payload;
        synchronized (messages) {
            count++;
            messages.addLast(new Message(count, clock.instant(), topic, sender, payload.length, kept));
            if (messages.size() > MAX_MESSAGES) {
                messages.removeFirst();
            }
        }
        if (!told.getAndSet(true)) {
            changes.announce(Changes.Kind.MESSAGES);
        }
    }

    /**
     * The newest messages, in the order they came.
     *
     * @param thing only what concerns this thing
     * @param after only what came after the message of this number
     */
    List<Message> latest(Optional<String> thing, long after, int limit) {
        told.set(false);
        List<Message> latest = new ArrayList<>();
        synchronized (messages) {
            Iterator<Message> newestFirst = messages.descendingIterator();
            while (newestFirst.hasNext() && latest.size() < limit) {
                Message message = newestFirst.next();
                if (message.number() <= after) {
                    break;
                }
                if (thing.isEmpty() || message.concerns(thing.get())) {
                    latest.add(message);
                }
            }
        }
        Collections.reverse(latest);
        return latest;
    }
}
