package io.mainswatch.edge.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import io.mainswatch.camel.pi4j.GpioLevel;
import io.mainswatch.edge.durable.KeptValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The siren's route and the Kamelet as they are shipped, on mock lines. */
class OutputLineTest {

    private static final int LINE = 17;

    @TempDir
    Path folder;

    private final Context gpio = Pi4J.newContextBuilder()
            .noAutoDetect()
            .add(MockDigitalOutputProvider.newInstance())
            .build();
    private final AtomicInteger opened = new AtomicInteger();
    private final CamelContext camel = new DefaultCamelContext();
    private Outputs outputs;

    @BeforeEach
    void siren() {
        outputs = new Outputs(Set.of("siren"), new KeptValues(folder.resolve("kept")));
    }

    @AfterEach
    void stop() {
        camel.stop();
        gpio.shutdown();
    }

    @Test
    void theLineIsOpenedWithItsInitialLevelWhichIsReported() throws Exception {
        start("on");

        assertThat(line().state()).isEqualTo(DigitalState.HIGH);
        assertThat(outputs.asReported()).isEqualTo(Map.of("siren", "on"));
        assertThat(opened).hasValue(1);
    }

    @Test
    void theLastLevelIsTheOneThatWasDrivenBefore() throws Exception {
        outputs.driven("siren", GpioLevel.ON);
        outputs = new Outputs(Set.of("siren"), new KeptValues(folder.resolve("kept")));

        start("last");

        assertThat(line().state()).isEqualTo(DigitalState.HIGH);
    }

    @Test
    void withoutAMemoryTheLastLevelIsOff() throws Exception {
        start("last");

        assertThat(line().state()).isEqualTo(DigitalState.LOW);
        assertThat(outputs.asReported()).isEqualTo(Map.of("siren", "off"));
    }

    @Test
    void aBusyLineIsReportedAsUnknownAndOpenedWhenItIsFree() throws Exception {
        DigitalOutput other = gpio.create(DigitalOutput.newConfigBuilder(gpio)
                .id("pi4j-gpio-" + LINE)
                .address(LINE)
                .build());
        start("on");
        assertThat(outputs.asReported()).containsEntry("siren", null);

        gpio.shutdown(other.id());

        await().until(() -> outputs.asReported().equals(Map.of("siren", "on")));
        assertThat(line().state()).isEqualTo(DigitalState.HIGH);
    }

    @Test
    void anInitialLevelThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> new InitialLevel(outputs).apply("siren:first"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("initial = first of the output siren: must be one of last, off, on.");
    }

    private void start(String initial) throws Exception {
        camel.getRegistry().bind("gpio", gpio);
        camel.getRegistry().bind("outputs", outputs);
        camel.getPropertiesComponent().addInitialProperty("mainswatch.output.siren.line", Integer.toString(LINE));
        camel.getPropertiesComponent().addInitialProperty("mainswatch.output.siren.initial", initial);
        camel.getPropertiesComponent().addPropertiesFunction(new InitialLevel(outputs));
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:../routes/kamelets");
        camel.getManagementStrategy().addEventNotifier(new OutputOpened(outputs, opened::incrementAndGet));
        camel.getRouteController().supervising().setBackOffDelay(100);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel)
                        .resolveResource("file:../routes/edge/output-siren.camel.yaml"));
        camel.start();
    }

    private DigitalOutput line() {
        return gpio.registry().get("pi4j-gpio-" + LINE, DigitalOutput.class);
    }
}
