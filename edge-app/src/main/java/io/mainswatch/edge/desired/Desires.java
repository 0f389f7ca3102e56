package io.mainswatch.edge.desired;

import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.edge.report.ShadowReply;
import io.mainswatch.settings.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Bean {@code desires}: reads what a delta asks for. It comes from whoever may write to the shadow, so nothing in it is
 * believed before it was looked at. Members that are not this program's are left alone.
 */
public final class Desires {

    private static final Pattern REPORT_ID = Pattern.compile("\\P{Cntrl}{1,64}");

    private final Set<String> outputs;
    private final AdjustableSettings settings;
    private final Refusals refusals;
    private ShadowReply newest;

    /** @param outputs the names of the outputs that this device has */
    public Desires(Set<String> outputs, AdjustableSettings settings, Refusals refusals) {
        this.outputs = new TreeSet<>(outputs);
        this.settings = settings;
        this.refusals = refusals;
    }

    /**
     * Whether the delta is not older than one that was read before: MQTT may bring them in another order, and an old
     * desire must not undo a new one. The time tells a late delta from the first one of a shadow that was deleted and
     * counts its versions anew.
     */
    public boolean isInTime(ShadowReply delta) {
        return newest == null || delta.version() >= newest.version() || delta.timestamp() > newest.timestamp();
    }

    /** Everything in the delta that this device can do; {@link Refusals} has the rest. */
    public List<Desire> in(ShadowReply delta) {
        newest = delta;
        refusals.begin(delta.version());
        List<Desire> desires = new ArrayList<>();
        if (delta.state() != null) {
            members(delta.state(), "settings", this::setting, desires);
            members(delta.state(), "outputs", this::output, desires);
            report(delta.state().get("report")).ifPresent(desires::add);
        }
        return desires;
    }

    private void members(
            Map<String, Object> state,
            String name,
            BiFunction<String, Object, Optional<Desire>> reader,
            List<Desire> to) {
        Object members = state.get(name);
        if (members instanceof Map<?, ?> map) {
            map.forEach(
                    (member, value) -> reader.apply(member.toString(), value).ifPresent(to::add));
        } else if (members != null) {
            refusals.add(name, members, "must be an object");
        }
    }

    private Optional<Desire> setting(String name, Object value) {
        String path = "settings." + name;
        Optional<Adjustable> setting = settings.find(name);
        if (setting.isEmpty()) {
            return refuse(path, value, "is no such setting; there are " + String.join(", ", settings.names()));
        }
        if (value instanceof String text && setting.get().range().allows(text)) {
            return Optional.of(
                    new Desire.Setting(name, text, Durations.parse(text).orElseThrow()));
        }
        return refuse(path, value, "must be text, " + setting.get().range().describe());
    }

    private Optional<Desire> output(String name, Object value) {
        String path = "outputs." + name;
        if (!outputs.contains(name)) {
            String there = outputs.isEmpty() ? "there is none" : "there are " + String.join(", ", outputs);
            return refuse(path, value, "is no output of this device; " + there);
        }
        if ("on".equals(value) || "off".equals(value)) {
            return Optional.of(new Desire.Output(name, "on".equals(value) ? GpioLevel.ON : GpioLevel.OFF));
        }
        return refuse(path, value, "must be the text on or off");
    }

    private Optional<Desire> report(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String id && REPORT_ID.matcher(id).matches()) {
            return Optional.of(new Desire.Report(id));
        }
        return refuse("report", value, "must be text of 1 to 64 characters");
    }

    private Optional<Desire> refuse(String path, Object value, String reason) {
        refusals.add(path, value, reason);
        return Optional.empty();
    }
}
