package io.mainswatch.pi4j.chardev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.camel.pi4j.GpioLineException;
import io.mainswatch.pi4j.chardev.kernel.Errno;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.SupervisingRouteController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A route of camel-pi4j over this provider: what becomes of the kernel's refusals, and which of them heal. */
@Timeout(30)
class CamelRouteTest {

    private static final String CHIP = "/dev/gpiochip0";

    private final FakeKernel kernel = new FakeKernel();
    private final Context pi4j = Pi4J.newContextBuilder()
            .noAutoDetect()
            .add(new ChardevDigitalInputProvider(kernel))
            .build();
    private final CamelContext camel = new DefaultCamelContext();
    private final BlockingQueue<GpioLevel> levels = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        camel.stop();
        pi4j.shutdown();
        assertThat(kernel.descriptors()).isZero();
    }

    /** What stands in the way of a line, how it is said, and how it goes away. */
    enum Trouble {
        IN_USE("line 4 of /dev/gpiochip0 (pinctrl-bcm2711) is in use by 'gpio-keys'. Stop that, or use another line.") {
            @Override
            void begins(FakeKernel kernel) {
                kernel.chip(CHIP, "pinctrl-bcm2711", 58).heldBy(4, "gpio-keys");
            }

            @Override
            void ends(FakeKernel kernel) {
                kernel.released(4);
            }
        },
        NOT_PERMITTED("/dev/gpiochip0 may not be used by this user. Add the user to the group gpio (usermod -aG gpio"
                + " USER) and start anew.") {
            @Override
            void begins(FakeKernel kernel) {
                kernel.chip(CHIP, "pinctrl-bcm2711", 58).closed(CHIP, Errno.EACCES);
            }

            @Override
            void ends(FakeKernel kernel) {
                kernel.opened(CHIP);
            }
        },
        NO_DRIVER("/dev/gpiochip0 has no device behind it any more. Is its driver loaded?") {
            @Override
            void begins(FakeKernel kernel) {
                kernel.chip(CHIP, "pinctrl-bcm2711", 58).closed(CHIP, Errno.ENODEV);
            }

            @Override
            void ends(FakeKernel kernel) {
                kernel.opened(CHIP);
            }
        },
        NO_GPIO("There is no GPIO: no /dev/gpiochip* on this machine.") {
            @Override
            void begins(FakeKernel kernel) {}

            @Override
            void ends(FakeKernel kernel) {
                kernel.chip(CHIP, "pinctrl-bcm2711", 58);
            }
        };

        private final String message;

        Trouble(String message) {
            this.message = message;
        }

        abstract void begins(FakeKernel kernel);

        abstract void ends(FakeKernel kernel);
    }

    @ParameterizedTest
    @EnumSource
    void troubleIsOneExceptionWithThePinTheCauseAndTheRemedy(Trouble trouble) {
        trouble.begins(kernel);

        assertThatThrownBy(this::startRoute)
                .isInstanceOfSatisfying(
                        GpioLineException.class, e -> assertThat(e.pin()).isEqualTo(4))
                .hasMessageStartingWith("pi4j-gpio:4: cannot be opened: " + trouble.message);
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisedRouteStartsWhenTheTroubleIsOver(Trouble trouble) throws Exception {
        trouble.begins(kernel);
        SupervisingRouteController supervisor = supervise();
        startRoute();
        await().until(() -> supervisor.getRestartException("watch") != null);
        assertThat(supervisor.getRestartException("watch")).hasMessageContaining(trouble.message);
        assertThat(kernel.descriptors()).isZero();

        trouble.ends(kernel);

        assertThat(levels.poll(10, TimeUnit.SECONDS)).isEqualTo(GpioLevel.OFF);
        kernel.drive(4, true);
        assertThat(levels.poll(10, TimeUnit.SECONDS)).isEqualTo(GpioLevel.ON);
    }

    @Test
    void aLineThatTheChipDoesNotHaveIsNamedWithThoseItHas() {
        kernel.chip(CHIP, "pinctrl-bcm2711", 4);

        assertThatThrownBy(this::startRoute)
                .isInstanceOf(GpioLineException.class)
                .hasMessage("pi4j-gpio:4: cannot be opened: line 4 of /dev/gpiochip0 (pinctrl-bcm2711) does not exist:"
                        + " the chip has lines 0 to 3. Use one of them, or name another chip.");
    }

    @Test
    void aSupervisedRouteWithoutAnyProviderFailsTheStartInsteadOfBeingTriedForEver() {
        Context bare = Pi4J.newContextBuilder().noAutoDetect().build();
        supervise();

        assertThatThrownBy(() -> startRoute(bare))
                .hasStackTraceContaining("pi4j-gpio:4: there is no GPIO: the Pi4J context has no provider");
        bare.shutdown();
    }

    @Test
    void aDriverThatGoesAwayMakesTheRouteUnhealthy() throws Exception {
        kernel.chip(CHIP, "pinctrl-bcm2711", 58);
        startRoute();
        HealthCheck health = ((HealthCheckAware) camel.getRoute("watch").getConsumer()).getHealthCheck();
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);

        kernel.unplug(4);

        await().until(() -> health.call().getState() == HealthCheck.State.DOWN);
        assertThat(health.call().getMessage().orElse(""))
                .startsWith("line 4 of /dev/gpiochip0 (pinctrl-bcm2711) has been closed");
    }

    private SupervisingRouteController supervise() {
        SupervisingRouteController supervisor = camel.getRouteController().supervising();
        supervisor.setBackOffDelay(20);
        supervisor.setInitialDelay(0);
        return supervisor;
    }

    private void startRoute() throws Exception {
        startRoute(pi4j);
    }

    private void startRoute(Context context) throws Exception {
        camel.getRegistry().bind("pi4j", context);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("pi4j-gpio:4?debounce=0")
                        .routeId("watch")
                        .process(exchange -> levels.add(exchange.getMessage().getBody(GpioLevel.class)));
            }
        });
        camel.start();
    }
}
