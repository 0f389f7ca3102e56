package io.mainswatch.edge.desired;

import io.mainswatch.edge.durable.KeptValues;
import io.mainswatch.settings.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code settings}: what the cloud may change. A desired value goes before the configuration's, also after a
 * restart without a network, until another one is desired; a desire that is withdrawn leaves the last value.
 */
public final class AdjustableSettings {

    private static final Logger LOG = LoggerFactory.getLogger(AdjustableSettings.class);

    private final List<Adjustable> all;
    private final KeptValues kept;

    public AdjustableSettings(List<Adjustable> all, KeptValues kept) {
        this.all = List.copyOf(all);
        this.kept = kept;
    }

    /** What goes before the configuration at this start, by key and in milliseconds. */
    public Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (Adjustable setting : all) {
            desired(setting).ifPresent(text -> {
                LOG.info("{} is {}, as was desired; configured is {}", setting.name(), text, configured(setting));
                overrides.put(setting.key(), Long.toString(parsed(text).toMillis()));
            });
        }
        return overrides;
    }

    /** Makes the desired value count now and after a restart. */
    public void apply(Desire.Setting desire) {
        Adjustable setting = find(desire.name()).orElseThrow();
        if (!desire.value().equals(text(setting))) {
            LOG.info("{} is now {}, as desired; it was {}", desire.name(), desire.value(), text(setting));
        }
        setting.effect().accept(desire.time());
        kept.keep(Map.of(desire.path(), desire.value()));
    }

    /** The value that counts. */
    public Duration time(String name) {
        Adjustable setting = find(name).orElseThrow();
        return desired(setting).map(AdjustableSettings::parsed).orElse(setting.configured());
    }

    /** For the member {@code settings}: each value as it was desired, or as the configuration has it. */
    public Map<String, Object> asReported() {
        Map<String, Object> reported = new LinkedHashMap<>();
        all.forEach(setting -> reported.put(setting.name(), text(setting)));
        return reported;
    }

    Optional<Adjustable> find(String name) {
        return all.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    List<String> names() {
        return all.stream().map(Adjustable::name).toList();
    }

    private String text(Adjustable setting) {
        return desired(setting).orElse(configured(setting));
    }

    /** What was desired last; a value that a later version of this program does not take counts as none. */
    private Optional<String> desired(Adjustable setting) {
        return kept.find("settings." + setting.name()).filter(setting.range()::allows);
    }

    private static String configured(Adjustable setting) {
        return Durations.format(setting.configured());
    }

    private static Duration parsed(String text) {
        return Durations.parse(text).orElseThrow();
    }
}
