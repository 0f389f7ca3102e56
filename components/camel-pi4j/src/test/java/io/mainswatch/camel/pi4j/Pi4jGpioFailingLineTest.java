package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.SupervisingRouteController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that a provider does not open or cannot read: at start, between two readings, for good and for a while. */
@Timeout(30)
class Pi4jGpioFailingLineTest {

    private final FragileInputs inputs = new FragileInputs();
    private final Context pi4j =
            Pi4J.newContextBuilder().noAutoDetect().add(inputs).build();
    private final CamelContext camel = new DefaultCamelContext();
    private final RecordingExceptionHandler failures = new RecordingExceptionHandler();
    private final BlockingQueue<GpioLevel> levels = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        camel.stop();
        pi4j.shutdown();
    }

    @Test
    void aLineThatIsRefusedIsNamedWithWhatTheProviderSays() {
        inputs.taken = true;

        assertThatThrownBy(() -> watch(""))
                .isInstanceOf(GpioLineException.class)
                .hasMessage("pi4j-gpio:4: cannot be opened: line 4 is in use by 'gpio-keys'. Stop that, or use another"
                        + " line.");
    }

    @Test
    void aLineThatCannotBeReadAtStartIsGivenBackAndTriedAgain() throws Exception {
        inputs.gone = true;
        SupervisingRouteController supervisor = supervise();
        watch("");
        await().until(() -> supervisor.getRestartException("watch") != null);
        assertThat(pi4j.registry().all()).as("lines left open").isEmpty();

        inputs.gone = false;

        assertThat(levels.poll(10, TimeUnit.SECONDS)).isEqualTo(GpioLevel.OFF);
    }

    @Test
    void aReadingThatFailsGoesToTheExceptionHandlerAndTheNextOneIsMade() throws Exception {
        watch("&rereadPeriod=10&exceptionHandler=#failures");
        assertThat(levels.poll(10, TimeUnit.SECONDS)).isEqualTo(GpioLevel.OFF);

        inputs.gone = true;

        await().untilAsserted(() -> assertThat(failures.seen)
                .hasSizeGreaterThan(1)
                .first()
                .extracting(Throwable::getMessage)
                .isEqualTo("the chip is gone"));
        inputs.gone = false;
        int told = failures.seen.size();
        await().during(50, TimeUnit.MILLISECONDS).until(() -> failures.seen.size() <= told + 1);
    }

    @Test
    void aProviderThatThereIsNotFailsTheStartAlsoOfASupervisedContext() {
        supervise();

        assertThatThrownBy(() -> watch("&provider=gpoid"))
                .hasStackTraceContaining("pi4j-gpio:4: there is no Pi4J provider 'gpoid'");
    }

    @Test
    void anOutputWithoutAProviderIsNamedWhenItsRouteStarts() {
        camel.getRegistry().bind("pi4j", pi4j);

        assertThatThrownBy(() -> {
                    camel.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:go").to("pi4j-gpio:5");
                        }
                    });
                    camel.start();
                })
                .hasStackTraceContaining("pi4j-gpio:5: there is no GPIO: the Pi4J context has no provider of type"
                        + " DIGITAL_OUTPUT. Add one to the context");
    }

    private SupervisingRouteController supervise() {
        SupervisingRouteController supervisor = camel.getRouteController().supervising();
        supervisor.setBackOffDelay(20);
        supervisor.setInitialDelay(0);
        return supervisor;
    }

    private void watch(String options) throws Exception {
        camel.getRegistry().bind("pi4j", pi4j);
        camel.getRegistry().bind("failures", failures);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0" + options)
                        .routeId("watch")
                        .process(exchange -> levels.add(exchange.getMessage().getBody(GpioLevel.class)));
            }
        });
        camel.start();
    }
}
