package io.mainswatch.camel.pi4j;

import com.pi4j.io.gpio.digital.DigitalState;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of one endpoint; on the component, the defaults of all. */
@Configurer
@UriParams
public class Pi4jGpioConfiguration implements Cloneable {

    @UriPath(
            description = "The number of the line: on a Raspberry Pi the BCM number, elsewhere the offset in the chip.")
    @Metadata(required = true)
    private int pin;

    @UriParam(enums = "input,output")
    private GpioMode mode;

    @UriParam(defaultValue = "false")
    private boolean activeLow;

    @UriParam(label = "consumer", defaultValue = "off", enums = "off,up,down")
    private GpioPull pull = GpioPull.OFF;

    @UriParam(label = "consumer", defaultValue = "50", javaType = "java.time.Duration")
    private long debounce = 50;

    @UriParam(label = "consumer", defaultValue = "0", javaType = "java.time.Duration")
    private long hold;

    @UriParam(label = "consumer", defaultValue = "both", enums = "rising,falling,both")
    private GpioEdge edge = GpioEdge.BOTH;

    @UriParam(label = "consumer", defaultValue = "true")
    private boolean initialState = true;

    @UriParam(label = "consumer,advanced", defaultValue = "0", javaType = "java.time.Duration")
    private long rereadPeriod;

    @UriParam(label = "consumer,advanced", defaultValue = "64")
    private int queueSize = 64;

    @UriParam(label = "consumer,advanced", defaultValue = "0", javaType = "java.time.Duration")
    private long hardwareDebounce;

    @UriParam(label = "producer", defaultValue = "body", enums = "body,on,off,toggle,pulse")
    private GpioAction action = GpioAction.BODY;

    @UriParam(label = "producer", defaultValue = "100", javaType = "java.time.Duration")
    private long pulseTime = 100;

    @UriParam(label = "producer", defaultValue = "off", enums = "on,off")
    private GpioLevel initialValue = GpioLevel.OFF;

    @UriParam(label = "producer", enums = "on,off")
    private GpioLevel shutdownValue;

    @UriParam(label = "advanced")
    private String provider;

    /** Refuses values that mean nothing, with the option's name. */
    void check() {
        atLeast(0, "debounce", debounce);
        atLeast(0, "hold", hold);
        atLeast(0, "rereadPeriod", rereadPeriod);
        atLeast(0, "hardwareDebounce", hardwareDebounce);
        atLeast(1, "queueSize", queueSize);
        atLeast(1, "pulseTime", pulseTime);
    }

    private void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "pi4j-gpio:" + pin + ": " + option + "=" + value + " must be " + least + " or more.");
        }
    }

    /** What an electrical state means. */
    GpioLevel level(DigitalState state) {
        if (state == DigitalState.UNKNOWN) {
            throw new GpioLineException(
                    pin, "the provider does not know the line's state. Is the line open elsewhere?");
        }
        return state == electrical(GpioLevel.ON) ? GpioLevel.ON : GpioLevel.OFF;
    }

    /** The electrical state that means the level. */
    DigitalState electrical(GpioLevel level) {
        return (level == GpioLevel.ON) == activeLow ? DigitalState.LOW : DigitalState.HIGH;
    }

    Pi4jGpioConfiguration copy() {
        try {
            return (Pi4jGpioConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public int getPin() {
        return pin;
    }

    /** The number of the line: on a Raspberry Pi the BCM number, elsewhere the offset in the chip. */
    public void setPin(int pin) {
        this.pin = pin;
    }

    public GpioMode getMode() {
        return mode;
    }

    /**
     * The direction of the line. A consumer's is always input. A producer's is output unless this says input: then it
     * reads the line and sets the level as the body.
     */
    public void setMode(GpioMode mode) {
        this.mode = mode;
    }

    public boolean isActiveLow() {
        return activeLow;
    }

    /** Whether electrical LOW means on. */
    public void setActiveLow(boolean activeLow) {
        this.activeLow = activeLow;
    }

    public GpioPull getPull() {
        return pull;
    }

    /** The resistor that holds the line while nothing drives it. */
    public void setPull(GpioPull pull) {
        this.pull = pull;
    }

    public long getDebounce() {
        return debounce;
    }

    /**
     * Levels shorter than this are contact bounce or noise and never happened. Done by the component, so it is the same
     * with each provider, and the time stamps are those of the first change and not of the decision.
     */
    public void setDebounce(long debounce) {
        this.debounce = debounce;
    }

    public long getHold() {
        return hold;
    }

    /**
     * A level must stay for this long before it becomes an exchange. Levels that end sooner are counted in the header
     * CamelPi4jGpioDips of the next exchange.
     */
    public void setHold(long hold) {
        this.hold = hold;
    }

    public GpioEdge getEdge() {
        return edge;
    }

    /** The logical edges that become exchanges: rising (to on), falling (to off) or both. */
    public void setEdge(GpioEdge edge) {
        this.edge = edge;
    }

    public boolean isInitialState() {
        return initialState;
    }

    /**
     * Whether the level read at start becomes an exchange once it has held, and the one read at resume if it differs
     * from the last known one.
     */
    public void setInitialState(boolean initialState) {
        this.initialState = initialState;
    }

    public long getRereadPeriod() {
        return rereadPeriod;
    }

    /** Reads the line at this interval, which heals a missed interrupt; 0 does not. */
    public void setRereadPeriod(long rereadPeriod) {
        this.rereadPeriod = rereadPeriod;
    }

    public int getQueueSize() {
        return queueSize;
    }

    /** How many levels may wait for a slow route. When one more comes, it replaces all that wait. */
    public void setQueueSize(int queueSize) {
        this.queueSize = queueSize;
    }

    public long getHardwareDebounce() {
        return hardwareDebounce;
    }

    /**
     * Debounce time for the Pi4J provider or the kernel, before and beside the component's own. It spares the processor
     * a storm of interrupts on a noisy line, but makes all time stamps late by as much.
     */
    public void setHardwareDebounce(long hardwareDebounce) {
        this.hardwareDebounce = hardwareDebounce;
    }

    public GpioAction getAction() {
        return action;
    }

    /**
     * What a message does to the line: body (the level that the body names), on, off, toggle, or pulse (on for the pulse
     * time, then off).
     */
    public void setAction(GpioAction action) {
        this.action = action;
    }

    public long getPulseTime() {
        return pulseTime;
    }

    /** How long a pulse lasts. The exchange does not wait for its end. */
    public void setPulseTime(long pulseTime) {
        this.pulseTime = pulseTime;
    }

    public GpioLevel getInitialValue() {
        return initialValue;
    }

    /** The level that the line takes at start. */
    public void setInitialValue(GpioLevel initialValue) {
        this.initialValue = initialValue;
    }

    public GpioLevel getShutdownValue() {
        return shutdownValue;
    }

    /** The level that the line takes at stop; unset leaves it as it is. */
    public void setShutdownValue(GpioLevel shutdownValue) {
        this.shutdownValue = shutdownValue;
    }

    public String getProvider() {
        return provider;
    }

    /** The id of the Pi4J provider that drives the line; unset takes the context's own choice. */
    public void setProvider(String provider) {
        this.provider = provider;
    }
}
