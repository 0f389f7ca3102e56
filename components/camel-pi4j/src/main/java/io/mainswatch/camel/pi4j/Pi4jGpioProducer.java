package io.mainswatch.camel.pi4j;

import com.pi4j.io.gpio.digital.DigitalOutput;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives an output. A pulse's end is scheduled, so neither the exchange nor a thread waits for it; whatever sets the
 * line in between, and the producer's stop, ends the pulse.
 */
public final class Pi4jGpioProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(Pi4jGpioProducer.class);

    private final Pi4jGpioConfiguration options;
    private DigitalOutput output;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> pulseEnd;

    Pi4jGpioProducer(Pi4jGpioEndpoint endpoint) {
        super(endpoint);
        this.options = endpoint.getConfiguration();
    }

    @Override
    public Pi4jGpioEndpoint getEndpoint() {
        return (Pi4jGpioEndpoint) super.getEndpoint();
    }

    @Override
    public synchronized void process(Exchange exchange) throws Exception {
        switch (options.getAction()) {
            case ON -> set(GpioLevel.ON);
            case OFF -> set(GpioLevel.OFF);
            case TOGGLE -> set(options.level(output.state()).opposite());
            case PULSE -> pulse();
            case BODY -> set(exchange.getMessage().getMandatoryBody(GpioLevel.class));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        output = getEndpoint().lines().acquire(getEndpoint().output());
        if (options.getAction() == GpioAction.PULSE) {
            timer = getEndpoint()
                    .getCamelContext()
                    .getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "pi4j-gpio-" + options.getPin() + "-pulse");
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (timer != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(timer);
            timer = null;
        }
        if (output != null) {
            endPulse();
            output = null;
            getEndpoint().lines().release(getEndpoint().output());
        }
        super.doStop();
    }

    private void set(GpioLevel level) {
        if (pulseEnd != null) {
            pulseEnd.cancel(false);
            pulseEnd = null;
        }
        output.state(options.electrical(level));
    }

    private void pulse() {
        set(GpioLevel.ON);
        pulseEnd = timer.schedule(this::endPulse, options.getPulseTime(), TimeUnit.MILLISECONDS);
    }

    private synchronized void endPulse() {
        if (pulseEnd == null) {
            return;
        }
        try {
            set(GpioLevel.OFF);
        } catch (RuntimeException e) {
            LOG.warn(
                    "pi4j-gpio:{}: the pulse could not be ended, the line is still on: {}",
                    options.getPin(),
                    e.getMessage());
        }
    }
}
