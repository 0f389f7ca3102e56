package io.mainswatch.camel.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and drives GPIO lines through Pi4J. */
@Component("pi4j-gpio")
public class Pi4jGpioComponent extends HealthCheckComponent {

    private static final Logger LOG = LoggerFactory.getLogger(Pi4jGpioComponent.class);

    @Metadata
    private Pi4jGpioConfiguration configuration = new Pi4jGpioConfiguration();

    @Metadata(autowired = true, label = "advanced")
    private Context context;

    private final Supplier<Moment> clock;
    private boolean ownContext;
    private GpioLines lines;

    public Pi4jGpioComponent() {
        this(null);
    }

    public Pi4jGpioComponent(CamelContext camelContext) {
        this(camelContext, Moment.source(Clock.systemUTC(), System::nanoTime));
    }

    Pi4jGpioComponent(CamelContext camelContext, Supplier<Moment> clock) {
        super(camelContext);
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Pi4jGpioConfiguration options = configuration.copy();
        options.setPin(pin(remaining));
        Pi4jGpioEndpoint endpoint = new Pi4jGpioEndpoint(uri, this, options);
        setProperties(endpoint, parameters);
        options.check();
        return endpoint;
    }

    private static int pin(String text) {
        try {
            int pin = Integer.parseInt(text);
            if (pin >= 0) {
                return pin;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(badPin(text), e);
        }
        throw new IllegalArgumentException(badPin(text));
    }

    private static String badPin(String text) {
        return "pi4j-gpio:" + text + ": the pin must be the line's number, 0 or more, on a Raspberry Pi the BCM number;"
                + " for example pi4j-gpio:4.";
    }

    /** The lines of the context, which is made now if nobody has put one in the registry. */
    synchronized GpioLines lines() {
        if (lines == null) {
            if (context == null) {
                context = Pi4J.newAutoContext();
                ownContext = true;
                warnOfMock();
            }
            lines = new GpioLines(context);
        }
        return lines;
    }

    /** Pi4J takes its mock providers on a board that it does not recognise, and says so nowhere. */
    private void warnOfMock() {
        if (context.providers().all().keySet().stream().anyMatch(id -> id.startsWith("mock-digital"))) {
            LOG.warn("pi4j-gpio: no Pi4J context is in the registry, and Pi4J chose its mock providers: no real line is"
                    + " read or driven. Put a context with a provider for this board in the registry.");
        }
    }

    Supplier<Moment> clock() {
        return clock;
    }

    @Override
    protected void doShutdown() throws Exception {
        if (ownContext) {
            context.shutdown();
            context = null;
            ownContext = false;
        }
        lines = null;
        super.doShutdown();
    }

    public Pi4jGpioConfiguration getConfiguration() {
        return configuration;
    }

    /** The defaults of all endpoints. */
    public void setConfiguration(Pi4jGpioConfiguration configuration) {
        this.configuration = configuration;
    }

    public Context getContext() {
        return context;
    }

    /**
     * The Pi4J context to use, which the component never shuts down. Without one, the component makes one from the Pi4J
     * plugins on the class path and shuts that down with itself.
     */
    public void setContext(Context context) {
        this.context = context;
    }
}
