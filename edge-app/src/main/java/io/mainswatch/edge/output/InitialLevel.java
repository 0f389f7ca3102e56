package io.mainswatch.edge.output;

import java.util.Locale;
import org.apache.camel.spi.PropertiesFunction;

/** The placeholder {@code {{initial-level:siren:last}}} of the Kamelet for outputs: on or off, as the line is opened. */
public final class InitialLevel implements PropertiesFunction {

    private final Outputs outputs;

    public InitialLevel(Outputs outputs) {
        this.outputs = outputs;
    }

    @Override
    public String getName() {
        return "initial-level";
    }

    @Override
    public String apply(String outputAndRule) {
        int colon = outputAndRule.lastIndexOf(':');
        return outputs.initial(outputAndRule.substring(0, colon), outputAndRule.substring(colon + 1))
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
