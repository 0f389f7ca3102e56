package io.mainswatch.camel.pi4j;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;

/**
 * Makes an exchange of each level that its line keeps. One thread carries them through the route, one after the other,
 * so their order is the line's order and a slow route holds up nothing but itself.
 */
public final class Pi4jGpioConsumer extends DefaultConsumer implements Suspendable {

    private final Pi4jGpioConfiguration options;
    private volatile DigitalInput input;
    private volatile LineWatch watch;
    private ExecutorService executor;
    private volatile Future<?> delivery;
    private long sequence;

    Pi4jGpioConsumer(Pi4jGpioEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.options = endpoint.getConfiguration();
    }

    @Override
    public Pi4jGpioEndpoint getEndpoint() {
        return (Pi4jGpioEndpoint) super.getEndpoint();
    }

    @Override
    protected void doBuild() throws Exception {
        if (getHealthCheck() == null) {
            setHealthCheck(new Pi4jGpioHealthCheck(this));
        }
        super.doBuild();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        getHealthCheck().setEnabled(getEndpoint().getComponent().isHealthCheckConsumerEnabled());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        input = getEndpoint().lines().acquire(getEndpoint().input());
        watch = new LineWatch(options, input::state, getEndpoint().clock());
        try {
            watch();
        } catch (RuntimeException e) {
            letGo();
            throw e;
        }
        executor = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(this, "pi4j-gpio-" + options.getPin());
        delivery = executor.submit(this::deliver);
    }

    @Override
    protected void doSuspend() throws Exception {
        input.removeListener(watch);
        watch.pause();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        watch();
    }

    @Override
    protected void doStop() throws Exception {
        if (input != null) {
            letGo();
        }
        super.doStop();
    }

    /**
     * Changes the hold time while the line is watched; it also counts when the route starts again.
     *
     * @param millis 0 or more
     */
    public void setHold(long millis) {
        Pi4jGpioConfiguration changed = options.copy();
        changed.setHold(millis);
        changed.check();
        options.setHold(millis);
        LineWatch current = watch;
        if (current != null) {
            current.hold(millis);
        }
    }

    /** Has the line read at once, on the thread that carries its levels; a level that was missed goes its usual way. */
    public void reread() {
        LineWatch current = watch;
        if (current != null) {
            current.reread();
        }
    }

    /** Reads the line, and fails if it is not open, cannot be read, or has no thread that carries its levels. */
    DigitalState probe() {
        Future<?> thread = delivery;
        DigitalInput line = input;
        if (thread == null
                || thread.isDone()
                || line == null
                || !getEndpoint().lines().isOpen(getEndpoint().input())) {
            throw new GpioLineException(options.getPin(), "nobody watches the line. Start its route.");
        }
        return line.state();
    }

    /** How many levels were replaced by newer ones because the route was slow. */
    long dropped() {
        LineWatch current = watch;
        return current == null ? 0 : current.dropped();
    }

    private void watch() {
        input.addListener(watch);
        watch.begin();
    }

    private void letGo() {
        input.removeListener(watch);
        watch.close();
        if (executor != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(executor);
            executor = null;
            delivery = null;
        }
        input = null;
        getEndpoint().lines().release(getEndpoint().input());
    }

    private void deliver() {
        try {
            boolean open = true;
            while (open) {
                open = deliverNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deliverNext() throws InterruptedException {
        try {
            Optional<LevelChange> change = watch.next();
            change.ifPresent(this::process);
            return change.isPresent();
        } catch (RuntimeException e) {
            handleException("pi4j-gpio:" + options.getPin() + ": the line cannot be read", e);
            return true;
        }
    }

    private void process(LevelChange change) {
        Exchange exchange = createExchange(false);
        try {
            fill(exchange.getMessage(), change);
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            handleException("Error processing exchange", exchange, exchange.getException());
        }
        releaseExchange(exchange, false);
    }

    private void fill(Message message, LevelChange change) {
        GpioLevel level = change.level();
        message.setBody(level);
        message.setHeader(Pi4jGpioConstants.PIN, options.getPin());
        message.setHeader(Pi4jGpioConstants.STATE, options.electrical(level).name());
        message.setHeader(Pi4jGpioConstants.EDGE, GpioEdge.to(level).name());
        message.setHeader(Pi4jGpioConstants.INITIAL, change.initial());
        message.setHeader(Pi4jGpioConstants.SEQUENCE, ++sequence);
        message.setHeader(Pi4jGpioConstants.DIPS, change.dips());
        message.setHeader(Pi4jGpioConstants.NANO_TIME, change.since().nanoTime());
        message.setHeader(Pi4jGpioConstants.MESSAGE_TIMESTAMP, change.since().epochMillis());
    }
}
