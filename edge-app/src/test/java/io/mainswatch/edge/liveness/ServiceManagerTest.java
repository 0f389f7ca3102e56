package io.mainswatch.edge.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceManagerTest {

    private static final Life LIFE = new Life(true, Duration.ZERO, false, "connected,\nall is answered");

    @Test
    void tellsAFileSocketWhatSystemdUnderstands(@TempDir Path folder) throws Exception {
        try (NotifySocket socket = new NotifySocket(folder.resolve("notify").toString())) {
            ServiceManager manager = new ServiceManager(Map.of("NOTIFY_SOCKET", socket.name()));

            manager.ready();
            manager.alive(LIFE);
            manager.stopping();

            assertThat(socket.next()).isEqualTo("READY=1\nSTATUS=ready");
            assertThat(socket.next()).isEqualTo("WATCHDOG=1\nSTATUS=connected, all is answered");
            assertThat(socket.next()).isEqualTo("STOPPING=1\nSTATUS=stopping");
        }
    }

    @Test
    void tellsAnAbstractSocketToo() throws Exception {
        try (NotifySocket socket = new NotifySocket("@mainswatch-" + UUID.randomUUID())) {
            new ServiceManager(Map.of("NOTIFY_SOCKET", socket.name())).ready();

            assertThat(socket.next()).startsWith("READY=1");
        }
    }

    @Test
    void withoutASocketOrWithADeadOneNothingHappens(@TempDir Path folder) {
        for (Map<String, String> environment : List.of(
                Map.<String, String>of(),
                Map.of("NOTIFY_SOCKET", folder.resolve("nobody").toString()),
                Map.of("NOTIFY_SOCKET", "vsock:2:1234"),
                Map.of("NOTIFY_SOCKET", "/" + "long".repeat(40)))) {
            assertThatCode(() -> new ServiceManager(environment).alive(LIFE)).doesNotThrowAnyException();
        }
    }

    @Test
    void looksAtLeastTwiceWithinTheWatchdogsTime() {
        String pid = Long.toString(ProcessHandle.current().pid());

        assertThat(period(Map.of())).isEqualTo(Duration.ofSeconds(5));
        assertThat(period(Map.of("WATCHDOG_USEC", "60000000"))).isEqualTo(Duration.ofSeconds(5));
        assertThat(period(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", pid)))
                .isEqualTo(Duration.ofMillis(1_500));
        assertThat(period(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "1")))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(period(Map.of("WATCHDOG_USEC", "soon"))).isEqualTo(Duration.ofSeconds(5));
    }

    private static Duration period(Map<String, String> environment) {
        return new ServiceManager(environment).period();
    }
}
