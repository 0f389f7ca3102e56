package io.mainswatch.camel.pi4j;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Metadata;

/** The headers of the component. */
public interface Pi4jGpioConstants {

    @Metadata(label = "consumer", description = "The number of the line.", javaType = "Integer")
    String PIN = "CamelPi4jGpioPin";

    @Metadata(label = "consumer", description = "The electrical state: HIGH or LOW.", javaType = "String")
    String STATE = "CamelPi4jGpioState";

    @Metadata(
            label = "consumer",
            description = "The logical edge that leads to the level in the body: RISING (to ON) or FALLING (to OFF).",
            javaType = "String")
    String EDGE = "CamelPi4jGpioEdge";

    @Metadata(
            label = "consumer",
            description = "True for the first level that held since start or resume. The line was read then, so it may"
                    + " have had the level for longer than the time stamps say.",
            javaType = "Boolean")
    String INITIAL = "CamelPi4jGpioInitial";

    @Metadata(
            label = "consumer",
            description = "The number of the exchange since the consumer's start: 1, 2, 3, ...",
            javaType = "Long")
    String SEQUENCE = "CamelPi4jGpioSequence";

    @Metadata(
            label = "consumer",
            description = "How many levels came and went in less than the hold time since the last exchange. Glitches"
                    + " shorter than the debounce time are not among them.",
            javaType = "Integer")
    String DIPS = "CamelPi4jGpioDips";

    @Metadata(
            label = "consumer",
            description = "The moment at which the line took the level, by System.nanoTime(): for an age that no set"
                    + " clock can falsify.",
            javaType = "Long")
    String NANO_TIME = "CamelPi4jGpioNanoTime";

    @Metadata(
            label = "consumer",
            description = "The moment at which the line took the level, by the wall clock, in milliseconds since 1970.",
            javaType = "Long")
    String MESSAGE_TIMESTAMP = Exchange.MESSAGE_TIMESTAMP;
}
