package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A siren on line 17, driven by what the cloud desires. */
@ExtendWith(LocalAwsExtension.class)
class OutputTest {

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
    void withoutALineThereIsNoOutputAndADesireForItIsRefused() throws Exception {
        cabin.start();
        cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");

        cabin.awaitReported("/refused/0/name", "outputs.siren");
        assertThat(cabin.cloud.reported().at("/refused/0/reason").asText())
                .isEqualTo("is no output of this device; there is none");
        assertThat(cabin.cloud.reported().has("outputs")).isFalse();
    }

    @Test
    void aDesiredLevelIsDrivenAndReportedAsItIs() throws Exception {
        cabin.configure("mainswatch.output.siren.line=17").start();
        cabin.awaitReported("/outputs/siren", "off");
        assertThat(cabin.shown(17)).isEqualTo("0");

        cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");
        cabin.awaitReported("/outputs/siren", "on");
        assertThat(cabin.shown(17)).isEqualTo("1");

        cabin.cloud.desire("{\"outputs\":{\"siren\":\"off\"}}");
        cabin.awaitReported("/outputs/siren", "off");
        assertThat(cabin.shown(17)).isEqualTo("0");
    }

    @Test
    void anActiveLowOutputIsOnWhenItsLineIsLow() throws Exception {
        cabin.configure("mainswatch.output.siren.line=17", "mainswatch.output.siren.active-low=true")
                .start();
        cabin.awaitReported("/outputs/siren", "off");
        assertThat(cabin.shown(17)).isEqualTo("1");

        cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");
        cabin.awaitReported("/outputs/siren", "on");
        assertThat(cabin.shown(17)).isEqualTo("0");
    }

    @Test
    void whatWasDesiredWhileTheEdgeWasAwayIsDoneWhenItIsBack() throws Exception {
        cabin.configure("mainswatch.output.siren.line=17");
        cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");
        cabin.start();
        cabin.awaitReported("/outputs/siren", "on");
        cabin.stop();

        cabin.cloud.desire("{\"outputs\":{\"siren\":\"off\"}}");
        cabin.start();
        cabin.awaitReported("/outputs/siren", "off");
        assertThat(cabin.shown(17)).isEqualTo("0");
    }

    @Test
    void aDesireThatGotLostOnTheWayIsDoneAfterTheReconnect(LocalAws aws) throws Exception {
        cabin.configure("mainswatch.output.siren.line=17");
        try (Relay link = new Relay(ServerSocketFactory.getDefault(), aws.mqttPort())) {
            cabin.start(link.port());
            cabin.awaitReported("/outputs/siren", "off");

            link.swallow(true);
            cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");
            await().during(Duration.ofMillis(500)).until(() -> cabin.shown(17).equals("0"));
            link.cut();
            link.swallow(false);

            cabin.awaitReported("/outputs/siren", "on");
            assertThat(cabin.shown(17)).isEqualTo("1");
            cabin.stop();
        }
    }

    @Test
    void aLineThatCannotBeDrivenIsToldOnceAndTriedAgainWithTheNextReport() throws Exception {
        cabin.configure("mainswatch.output.siren.line=17").start();
        cabin.awaitReported("/outputs/siren", "off");
        Path obstacle = Files.createDirectory(cabin.file("lines/out-17.new"));

        cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");
        cabin.awaitReported("/refused/0/name", "outputs.siren");
        assertThat(cabin.cloud.reported().at("/refused/0/reason").asText())
                .startsWith("failed: The simulated output " + cabin.file("lines/out-17") + " cannot be written");
        assertThat(cabin.cloud.reported().at("/outputs/siren").asText()).isEqualTo("off");

        Files.delete(obstacle);
        cabin.cloud.desire("{\"report\":\"again\"}");
        cabin.awaitReported("/outputs/siren", "on");
        await().until(() -> !cabin.cloud.reported().has("refused"));
    }

    @Test
    void theLastLevelIsThereAtOnceAfterARestartAlsoWithoutTheCloud() throws Exception {
        cabin.configure("mainswatch.output.siren.line=17", "mainswatch.output.siren.initial=last")
                .start();
        cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");
        cabin.awaitReported("/outputs/siren", "on");
        cabin.stop();
        cabin.cloud.desire("{\"outputs\":null}");

        cabin.start();

        assertThat(cabin.shown(17)).isEqualTo("1");
        cabin.awaitReported("/outputs/siren", "on");
    }

    @Test
    void aBadLevelIsRefusedOnceAndSettledByAGoodOneOrByNone() throws Exception {
        cabin.configure("mainswatch.output.siren.line=17").start();
        cabin.awaitReported("/outputs/siren", "off");

        cabin.cloud.desire("{\"outputs\":{\"siren\":\"maybe\",\"horn\":\"on\"},\"another program's\":1}");
        cabin.awaitReported("/refused/1/name", "outputs.horn");
        assertThat(cabin.cloud.reported().at("/refused/0/value").asText()).isEqualTo("maybe");
        assertThat(cabin.cloud.reported().at("/refused/0/reason").asText()).isEqualTo("must be the text on or off");
        assertThat(cabin.cloud.reported().at("/refused/1/reason").asText())
                .isEqualTo("is no output of this device; there are siren");
        int reports = cabin.cloud.reports().size();
        await().during(Duration.ofSeconds(1)).until(() -> cabin.cloud.reports().size() == reports);

        cabin.cloud.desire("{\"outputs\":{\"siren\":\"on\"}}");
        cabin.awaitReported("/outputs/siren", "on");
        cabin.awaitReported("/refused/0/name", "outputs.horn");

        cabin.cloud.desire("{\"outputs\":{\"horn\":null},\"another program's\":null}");
        await().until(() -> !cabin.cloud.reported().has("refused"));
    }

    @Test
    void aRefusalThatWasWithdrawnWhileTheEdgeWasAwayIsGoneWhenItIsBack() throws Exception {
        cabin.start();
        cabin.cloud.desire("{\"outputs\":7}");
        cabin.awaitReported("/refused/0/reason", "must be an object");
        cabin.stop();
        cabin.cloud.desire("{\"outputs\":null}");

        cabin.start();

        await().until(() -> !cabin.cloud.reported().has("refused"));
    }
}
