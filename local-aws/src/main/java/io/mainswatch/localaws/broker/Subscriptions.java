package io.mainswatch.localaws.broker;

import io.mainswatch.localaws.broker.ClientRules.Violation;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The subscriptions of one connection, counted against AWS's quotas: those it has, and those it has asked for and has no
 * answer to yet. Packets come and go on different threads.
 */
final class Subscriptions {

    private static final int MAX_FILTERS_A_PACKET = 8;
    private static final int MAX_FILTERS_A_CONNECTION = 50;

    /** In a SUBACK, every code from here on is a refusal; smaller ones are the QoS granted. */
    private static final int REFUSED = 0x80;

    private final Set<String> filters = new HashSet<>();
    private final Map<Integer, List<String>> asked = new HashMap<>();

    /** Those of a session that the client has come back to. */
    synchronized void restore(Collection<String> kept) {
        filters.addAll(kept);
    }

    /** A SUBSCRIBE has come; answers with the quota that it breaks, if it breaks one. */
    synchronized Optional<Violation> subscribe(int packetId, List<String> wanted) {
        if (wanted.size() > MAX_FILTERS_A_PACKET) {
            return ClientRules.error(
                    Disconnect.QUOTA_EXCEEDED,
                    "a SUBSCRIBE of " + wanted.size() + " filters is above the limit of " + MAX_FILTERS_A_PACKET);
        }
        filters.addAll(wanted);
        if (filters.size() > MAX_FILTERS_A_CONNECTION) {
            return ClientRules.error(
                    Disconnect.QUOTA_EXCEEDED,
                    "more than " + MAX_FILTERS_A_CONNECTION + " subscriptions on one connection");
        }
        asked.put(packetId, wanted);
        return Optional.empty();
    }

    /** An UNSUBSCRIBE has come. */
    synchronized void unsubscribe(int packetId, List<String> unwanted) {
        asked.put(packetId, unwanted);
    }

    /** The SUBACK goes out; answers with the filters that it grants. */
    synchronized List<String> granted(int packetId, List<Integer> codes) {
        List<String> wanted = Optional.ofNullable(asked.remove(packetId)).orElse(List.of());
        List<String> granted = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (codes.get(i) < REFUSED) {
                granted.add(wanted.get(i));
            } else {
                filters.remove(wanted.get(i));
            }
        }
        return granted;
    }

    /**
     * The UNSUBACK goes out; answers with the filters that were subscriptions until now.
     *
     * @param codes empty for MQTT 3.1.1, where none are sent
     */
    synchronized List<String> ended(int packetId, List<Short> codes) {
        List<String> unwanted = Optional.ofNullable(asked.remove(packetId)).orElse(List.of());
        List<String> ended = new ArrayList<>();
        for (int i = 0; i < unwanted.size(); i++) {
            boolean existed = filters.remove(unwanted.get(i));
            if (codes.isEmpty() ? existed : codes.get(i) == 0) {
                ended.add(unwanted.get(i));
            }
        }
        return ended;
    }
}
