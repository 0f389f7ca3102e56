package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.broker.Qos;
import java.time.Clock;
import java.util.UUID;

/** Publishes what happens to things, if that is wanted. */
public final class ThingEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventConfigurations configurations;
    private final Publisher publisher;
    private final Clock clock;

    public ThingEvents(EventConfigurations configurations, Publisher publisher, Clock clock) {
        this.configurations = configurations;
        this.publisher = publisher;
        this.clock = clock;
    }

    void tell(ThingEvent.Operation operation, Thing thing) {
        if (!configurations.isEnabled(EventType.THING)) {
            return;
        }
        ThingEvent event = ThingEvent.of(operation, thing, UUID.randomUUID().toString(), clock.millis());
        try {
            publisher.publish(event.topic(), JSON.writeValueAsBytes(event), Qos.AT_LEAST_ONCE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A registry event has no JSON", e);
        }
    }
}
