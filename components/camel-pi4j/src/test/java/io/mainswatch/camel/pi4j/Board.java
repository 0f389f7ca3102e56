package io.mainswatch.camel.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context beside a Pi4J context with mock lines, whose time stands still unless a test moves it. */
final class Board implements AutoCloseable {

    final FakeTime time = new FakeTime();
    final Context pi4j = Pi4J.newContextBuilder()
            .add(MockDigitalInputProvider.newInstance(), MockDigitalOutputProvider.newInstance())
            .build();
    final CamelContext camel = new DefaultCamelContext();
    final BlockingQueue<Exchange> received = new LinkedBlockingQueue<>();

    Board() {
        camel.getRegistry().bind("pi4j", pi4j);
        camel.addComponent("pi4j-gpio", new Pi4jGpioComponent(camel, time));
    }

    /** Starts a route that keeps what it receives. */
    Board watch(String uri) throws Exception {
        return route(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("watch").process(exchange -> received.add(exchange.copy()));
            }
        });
    }

    Board route(RouteBuilder routes) throws Exception {
        camel.addRoutes(routes);
        camel.start();
        return this;
    }

    /** The next exchange, for which the test waits. */
    Exchange next() throws InterruptedException {
        Exchange exchange = received.poll(10, TimeUnit.SECONDS);
        if (exchange == null) {
            throw new AssertionError("no exchange came");
        }
        return exchange;
    }

    GpioLevel nextLevel() throws InterruptedException {
        return next().getMessage().getBody(GpioLevel.class);
    }

    void drive(int pin, DigitalState state) {
        input(pin).mockState(state);
    }

    MockDigitalInput input(int pin) {
        return pi4j.registry().get("pi4j-gpio-" + pin, MockDigitalInput.class);
    }

    MockDigitalOutput output(int pin) {
        return pi4j.registry().get("pi4j-gpio-" + pin, MockDigitalOutput.class);
    }

    @Override
    public void close() {
        camel.stop();
        if (!pi4j.isShutdown()) {
            pi4j.shutdown();
        }
    }
}
