package io.mainswatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The settings {@code hold} and {@code heartbeat}, and the reports that the cloud asks for. */
@ExtendWith(LocalAwsExtension.class)
class SettingsFromAfarTest {

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
    void whatCountsIsReportedAsConfiguredUntilTheCloudDesiresOtherwise() throws Exception {
        cabin.start();
        cabin.awaitReported("/settings/heartbeat", "15m");
        cabin.awaitReported("/settings/hold", "100ms");

        cabin.cloud.desire("{\"settings\":{\"heartbeat\":\"PT1H\"}}");

        cabin.awaitReported("/settings/heartbeat", "PT1H");
        cabin.awaitReported("/device/interval", "3600000");
        assertThat(cabin.cloud.reported().at("/settings/hold").asText()).isEqualTo("100ms");
    }

    @Test
    void aDesiredHeartbeatBeatsAtOnceAndAfterARestart() throws Exception {
        cabin.start();
        cabin.cloud.desire("{\"settings\":{\"heartbeat\":\"1s\"}}");
        cabin.awaitReported("/settings/heartbeat", "1s");
        awaitTwoHeartbeats();
        cabin.stop();
        cabin.cloud.desire("{\"settings\":null}");

        cabin.start();
        cabin.awaitReported("/settings/heartbeat", "1s");
        awaitTwoHeartbeats();
    }

    @Test
    void aDesiredHoldTimeDecidesAboutTheMainsAtOnceAndAfterARestart() throws Exception {
        cabin.start();
        await().until(() -> cabin.cloud.events().contains(1L));
        cabin.cloud.desire("{\"settings\":{\"hold\":\"1h\"}}");
        cabin.awaitReported("/settings/hold", "1h");

        cabin.line(4, "0");
        await().during(Duration.ofSeconds(1)).until(() -> cabin.cloud.events().equals(List.of(1L)));
        cabin.cloud.desire("{\"settings\":{\"hold\":\"50ms\"}}");
        await().until(() -> cabin.cloud.events().contains(2L));

        cabin.cloud.desire("{\"settings\":{\"hold\":\"1h\"}}");
        cabin.awaitReported("/settings/hold", "1h");
        cabin.stop();
        cabin.line(4, "1");
        cabin.start();
        await().during(Duration.ofSeconds(1)).until(() -> !cabin.cloud.events().contains(3L));
    }

    @Test
    void aSettingOutOfItsRangeIsRefusedAndTheOldValueStays() throws Exception {
        cabin.start();
        cabin.awaitReported("/settings/hold", "100ms");

        cabin.cloud.desire("{\"settings\":{\"hold\":\"2h\",\"heartbeat\":60,\"volume\":\"11\"}}");

        await().until(() -> cabin.cloud.reported().at("/refused").size() == 3);
        assertThat(cabin.cloud.reported().at("/refused"))
                .extracting(refusal -> refusal.path("name").asText() + " "
                        + refusal.path("reason").asText())
                .containsExactlyInAnyOrder(
                        "settings.hold must be text, a time such as 200ms, 15s, 2m, 24h, 400d or PT15S, from 0s to 1h",
                        "settings.heartbeat must be text, a time such as 200ms, 15s, 2m, 24h, 400d or PT15S, from 1s to 1d",
                        "settings.volume is no such setting; there are hold, heartbeat");
        assertThat(cabin.cloud.reported().at("/settings/hold").asText()).isEqualTo("100ms");
    }

    @Test
    void aDamagedMemoryIsSetAsideAndTheConfigurationCounts() throws Exception {
        Files.writeString(cabin.file("journal.db.desired"), "settings.hold=\\u00\n");

        cabin.start();

        cabin.awaitReported("/settings/hold", "100ms");
        assertThat(cabin.file("journal.db.desired.damaged")).exists();
    }

    @Test
    void aHostileReportIdDoesNoHarm() throws Exception {
        cabin.start();
        cabin.cloud.desire("{\"report\":\"" + "x".repeat(3_000) + "\"}");
        cabin.awaitReported("/refused/0/reason", "must be text of 1 to 64 characters");
        cabin.cloud.desire("{\"report\":{\"a\":{\"b\":[1,2]}}}");
        cabin.awaitReported("/refused/0/value", "{a={b=[1, 2]}}");
        cabin.cloud.desire("{\"report\":\"" + "x".repeat(10_000) + "\"}");

        cabin.line(4, "0");
        cabin.awaitReported("/status", "off");
        cabin.cloud.desire("{\"report\":\"a-3\"}");
        cabin.awaitReported("/report", "a-3");
        assertThat(cabin.cloud.reported().has("refused")).isFalse();
    }

    private void awaitTwoHeartbeats() {
        int before = cabin.cloud.reports().size();
        await().until(() -> cabin.cloud.reports().size() >= before + 2);
    }
}
