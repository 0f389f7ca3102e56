package io.mainswatch.localaws.faults;

import java.util.Map;

/** One way in which AWS, or the network before it, can misbehave. */
public sealed interface Fault permits PresenceFault, BrokerFault, ServiceFault, MailFault {

    /** Its own parameters by name, as they were armed; times as an operator writes them. */
    default Map<String, Object> parameters() {
        return Map.of();
    }
}
