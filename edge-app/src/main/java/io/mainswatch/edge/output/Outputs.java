package io.mainswatch.edge.output;

import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.edge.durable.KeptValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bean {@code outputs}: what each output's line is, from its opening on. */
public final class Outputs {

    private static final Logger LOG = LoggerFactory.getLogger(Outputs.class);

    private final Set<String> names;
    private final KeptValues kept;
    private final Map<String, GpioLevel> initial = new TreeMap<>();
    private final Map<String, GpioLevel> levels = new TreeMap<>();

    /** @param names of the outputs that this device has */
    public Outputs(Set<String> names, KeptValues kept) {
        this.names = new TreeSet<>(names);
        this.kept = kept;
    }

    /**
     * The level with which the output's line is to be opened.
     *
     * @param rule on, off, or last: what it was before, off if that is not known
     */
    synchronized GpioLevel initial(String output, String rule) {
        String word = switch (rule) {
            case "on", "off" -> rule;
            case "last" -> kept.find(key(output)).orElse("off");
            default ->
                throw new IllegalArgumentException(
                        "initial = " + rule + " of the output " + output + ": must be one of last, off, on.");
        };
        GpioLevel level = word.equals("on") ? GpioLevel.ON : GpioLevel.OFF;
        initial.put(output, level);
        return level;
    }

    /** The line is open, with its initial level. */
    synchronized void opened(String output) {
        GpioLevel level = initial.getOrDefault(output, GpioLevel.OFF);
        levels.put(output, level);
        LOG.info("output {} is {}: its line is open", output, word(level));
    }

    /** The line has this level now. */
    public synchronized void driven(@Header("MainswatchOutput") String output, @Body GpioLevel level) {
        if (levels.put(output, level) != level) {
            LOG.info("output {} is {}, as desired", output, word(level));
        }
        kept.keep(Map.of(key(output), word(level)));
    }

    /** For the member {@code outputs}: what each line is, null for one that is not open; null if there are none. */
    public synchronized Map<String, Object> asReported() {
        if (names.isEmpty()) {
            return null;
        }
        Map<String, Object> reported = new LinkedHashMap<>();
        names.forEach(output -> reported.put(output, levels.containsKey(output) ? word(levels.get(output)) : null));
        return reported;
    }

    private static String key(String output) {
        return "outputs." + output;
    }

    private static String word(GpioLevel level) {
        return level == GpioLevel.ON ? "on" : "off";
    }
}
