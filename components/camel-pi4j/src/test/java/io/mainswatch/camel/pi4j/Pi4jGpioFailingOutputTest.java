package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Outputs whose chip goes away. */
class Pi4jGpioFailingOutputTest {

    private final FragileOutputs outputs = new FragileOutputs();
    private final Context pi4j =
            Pi4J.newContextBuilder().noAutoDetect().add(outputs).build();
    private final CamelContext camel = new DefaultCamelContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Pi4jGpioProducer.class);

    @AfterEach
    void close() {
        logger.detachAppender(log);
        outputs.gone = false;
        camel.stop();
        pi4j.shutdown();
    }

    @Test
    void aFailureToDriveTheLineFailsTheExchangeAndTheNextOneIsTried() throws Exception {
        to("pi4j-gpio:17");
        outputs.gone = true;

        assertThatThrownBy(() -> send("on"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseInstanceOf(IOException.class)
                .hasRootCauseMessage("the chip is gone");
        outputs.gone = false;
        send("on");

        assertThat(state()).isEqualTo(DigitalState.HIGH);
    }

    @Test
    void aPulseThatCannotBeEndedIsToldWithItsLine() throws Exception {
        to("pi4j-gpio:17?action=pulse&pulseTime=20");
        log.start();
        logger.addAppender(log);

        pi4j.registry().get("pi4j-gpio-17", DigitalOutput.class).addListener(on -> outputs.gone = true);

        send("anything");

        await().untilAsserted(() -> assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("pi4j-gpio:17: the pulse could not be ended, the line is still on: the chip is gone"));
        assertThat(state()).isEqualTo(DigitalState.HIGH);
    }

    private DigitalState state() {
        return pi4j.registry().get("pi4j-gpio-17", DigitalOutput.class).state();
    }

    private void to(String uri) throws Exception {
        camel.getRegistry().bind("pi4j", pi4j);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:go").to(uri);
            }
        });
        camel.start();
    }

    private void send(Object body) {
        camel.createProducerTemplate().sendBody("direct:go", body);
    }
}
