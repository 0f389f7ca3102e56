package io.mainswatch.localaws.faults;

import io.mainswatch.settings.Durations;
import java.time.Duration;
import java.util.Map;

/** Of the message broker and the way to it. */
public sealed interface BrokerFault extends Fault {

    /** All connections break and nobody can connect until it is over; sessions are kept. */
    record Stop() implements BrokerFault {}

    /**
     * Connections break without a goodbye, at once and then again and again.
     *
     * @param every the time between two cuts
     */
    record LinkCut(Duration every) implements BrokerFault {
        @Override
        public Map<String, Object> parameters() {
            return Map.of("every", Durations.format(every));
        }
    }

    /** A client's message is taken, but its PUBACK does not come. */
    record WithholdPuback() implements BrokerFault {}

    /** A message of QoS 1 comes to a subscriber twice. */
    record DeliverTwice() implements BrokerFault {}
}
