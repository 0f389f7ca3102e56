package io.mainswatch.camel.pi4j;

import java.util.function.Supplier;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/** Read and drive the GPIO lines of a Raspberry Pi and other boards through Pi4J. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "pi4j-gpio",
        title = "Pi4J GPIO",
        syntax = "pi4j-gpio:pin",
        remote = false,
        category = {Category.IOT},
        headersClass = Pi4jGpioConstants.class)
public class Pi4jGpioEndpoint extends DefaultEndpoint implements MultipleConsumersSupport {

    @UriParam
    private Pi4jGpioConfiguration configuration;

    public Pi4jGpioEndpoint(String uri, Pi4jGpioComponent component, Pi4jGpioConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (configuration.getMode() == GpioMode.OUTPUT) {
            throw new IllegalArgumentException("pi4j-gpio:" + configuration.getPin()
                    + ": a route cannot start at an output. Leave the option mode out, or use the endpoint in a 'to'.");
        }
        lines().check(input());
        Pi4jGpioConsumer consumer = new Pi4jGpioConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        boolean reads = configuration.getMode() == GpioMode.INPUT;
        lines().check(reads ? input() : output());
        return reads ? new Pi4jGpioReader(this) : new Pi4jGpioProducer(this);
    }

    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public Pi4jGpioComponent getComponent() {
        return (Pi4jGpioComponent) super.getComponent();
    }

    public Pi4jGpioConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(Pi4jGpioConfiguration configuration) {
        this.configuration = configuration;
    }

    GpioLines lines() {
        return getComponent().lines();
    }

    Supplier<Moment> clock() {
        return getComponent().clock();
    }

    LineRequest.Input input() {
        return new LineRequest.Input(
                configuration.getPin(),
                configuration.getPull(),
                configuration.getHardwareDebounce(),
                configuration.getProvider());
    }

    LineRequest.Output output() {
        GpioLevel shutdown = configuration.getShutdownValue();
        return new LineRequest.Output(
                configuration.getPin(),
                configuration.electrical(configuration.getInitialValue()),
                shutdown == null ? null : configuration.electrical(shutdown),
                configuration.getProvider());
    }
}
