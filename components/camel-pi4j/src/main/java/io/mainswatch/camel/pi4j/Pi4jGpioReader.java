package io.mainswatch.camel.pi4j;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** The producer of an endpoint in mode input: sets the line's level as the body, undebounced, as it is now. */
final class Pi4jGpioReader extends DefaultProducer {

    private DigitalInput input;

    Pi4jGpioReader(Pi4jGpioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public Pi4jGpioEndpoint getEndpoint() {
        return (Pi4jGpioEndpoint) super.getEndpoint();
    }

    @Override
    public void process(Exchange exchange) {
        DigitalState state = input.state();
        Moment now = getEndpoint().clock().get();
        Message message = exchange.getMessage();
        message.setBody(getEndpoint().getConfiguration().level(state));
        message.setHeader(
                Pi4jGpioConstants.PIN, getEndpoint().getConfiguration().getPin());
        message.setHeader(Pi4jGpioConstants.STATE, state.name());
        message.setHeader(Pi4jGpioConstants.NANO_TIME, now.nanoTime());
        message.setHeader(Pi4jGpioConstants.MESSAGE_TIMESTAMP, now.epochMillis());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        input = getEndpoint().lines().acquire(getEndpoint().input());
    }

    @Override
    protected void doStop() throws Exception {
        if (input != null) {
            input = null;
            getEndpoint().lines().release(getEndpoint().input());
        }
        super.doStop();
    }
}
