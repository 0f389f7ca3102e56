package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Any number of lines: YAML files that were copied and renamed, and keys of the configuration. */
@ExtendWith(LocalAwsExtension.class)
class ManyLinesTest {

    @TempDir
    Path folder;

    private Cabin cabin;

    @BeforeEach
    void moveIn(LocalAws aws, TestInfo test) throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        cabin = new Cabin(aws, test.getTestMethod().orElseThrow().getName(), folder);
    }

    @AfterEach
    void moveOut() throws Exception {
        cabin.leave();
    }

    @Test
    void threeInputsAndAnOutputEachUnderItsOwnNames() throws Exception {
        cabin.copy("input-*", "power", "door")
                .copy("input-*", "power", "pump")
                .copy("output-*", "siren", "heater")
                .configure(
                        "mainswatch.input.door.line=17",
                        "mainswatch.input.door.hold=50ms",
                        "mainswatch.input.door.debounce=10ms",
                        "mainswatch.input.door.active-low=true",
                        "mainswatch.input.pump.line=27",
                        "mainswatch.input.pump.hold=50ms",
                        "mainswatch.input.pump.debounce=10ms",
                        "mainswatch.input.pump.property=water",
                        "mainswatch.output.heater.line=22")
                .start();
        cabin.awaitReported("/status", "on");
        cabin.awaitReported("/doorStatus", "off");
        cabin.awaitReported("/water", "on");
        cabin.awaitReported("/outputs/heater", "off");

        cabin.line(17, "0");
        cabin.awaitReported("/doorStatus", "on");
        cabin.line(27, "0");
        cabin.awaitReported("/water", "off");
        cabin.cloud.desire("{\"outputs\":{\"heater\":\"on\"}}");
        cabin.awaitReported("/outputs/heater", "on");

        assertThat(cabin.cloud.reported().at("/pump/property").asText()).isEqualTo("water");
        assertThat(cabin.cloud.reported().at("/door").has("property")).isFalse();
        assertThat(cabin.cloud.reported().has("pumpStatus")).isFalse();
        assertThat(cabin.shown(22)).isEqualTo("1");
        assertThat(cabin.cloud.events()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void twoInputsOnOneLineAreRefusedAtTheStartByTheirNames() throws Exception {
        cabin.copy("input-*", "power", "door").configure("mainswatch.input.door.line=4");

        assertThatThrownBy(cabin::start)
                .hasRootCauseMessage(cabin.file("routes/input-power.camel.yaml")
                        + ": the input power and the input door (" + cabin.file("routes/input-door.camel.yaml")
                        + ") are both on line 4. Give one of them another.");
    }

    @Test
    void anInputAndAnOutputOnOneLineAreRefusedAtTheStartByTheirNames() throws Exception {
        cabin.configure("mainswatch.output.siren.line=4");

        assertThatThrownBy(cabin::start)
                .rootCause()
                .hasMessageContaining("the output siren and the input power")
                .hasMessageContaining("are both on line 4");
    }

    @Test
    void aCopyWhoseLineIsNotConfiguredIsRefusedAtTheStart() throws Exception {
        cabin.copy("input-*", "power", "door");

        assertThatThrownBy(cabin::start)
                .rootCause()
                .hasMessageContaining(
                        "routes/input-door.camel.yaml: Property with key [mainswatch.input.door.line] not found")
                .hasMessageEndingWith("Set it in the configuration, or write the value into the route.");
    }

    @Test
    void aNameThatTheReportNeedsForSomethingElseIsRefusedAtTheStart() throws Exception {
        cabin.copy("input-*", "power", "event").configure("mainswatch.input.event.line=17");

        assertThatThrownBy(cabin::start)
                .rootCause()
                .hasMessageContaining("routes/input-event.camel.yaml: the input event would be reported as event, which"
                        + " has another meaning. Rename it.");
    }
}
