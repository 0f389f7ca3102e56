package io.mainswatch.localaws.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.registry.EventConfigurations.Times;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The calls that switch registry events on and off. */
public final class EventConfigurationsApi implements HttpApi {

    private static final String PATH = "/event-configurations";

    private final EventConfigurations configurations;

    public EventConfigurationsApi(EventConfigurations configurations) {
        this.configurations = configurations;
    }

    @Override
    public String knows() {
        return "registry events (UpdateEventConfigurations, DescribeEventConfigurations)";
    }

    @Override
    public void mount(Router router) {
        router.patch(PATH).blockingHandler(RestJson.answering(this::update), false);
        router.get(PATH).blockingHandler(RestJson.answering(context -> describe()), false);
    }

    private record Switch(@JsonProperty("Enabled") boolean enabled) {}

    private record Update(Map<EventType, Switch> eventConfigurations) {}

    private Object update(RoutingContext context) {
        Map<EventType, Boolean> switches = new EnumMap<>(EventType.class);
        Optional.ofNullable(RestJson.body(context, Update.class).eventConfigurations())
                .ifPresent(given -> given.forEach((type, on) -> switches.put(type, on != null && on.enabled())));
        configurations.set(switches);
        return Map.of();
    }

    private Object describe() {
        Map<EventType, Switch> switches = new EnumMap<>(EventType.class);
        configurations.all().forEach((type, enabled) -> switches.put(type, new Switch(enabled)));
        Optional<Times> times = configurations.times();
        return RestJson.object(
                "eventConfigurations", switches,
                "creationDate",
                        times.map(Times::created).map(Instant::getEpochSecond).orElse(null),
                "lastModifiedDate",
                        times.map(Times::changed).map(Instant::getEpochSecond).orElse(null));
    }
}
