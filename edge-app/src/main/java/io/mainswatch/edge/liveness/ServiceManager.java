package io.mainswatch.edge.liveness;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how the program is ({@code sd_notify(3)}), if systemd has asked for it by {@code NOTIFY_SOCKET}; else
 * nothing happens and nothing is loaded. A message that cannot be sent is no reason to stop.
 */
public final class ServiceManager {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceManager.class);

    /** How often to look while nobody demands it more often. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Optional<DatagramAddress> socket;
    private final Duration period;

    /** @param environment {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC} and {@code WATCHDOG_PID} count */
    public ServiceManager(Map<String, String> environment) {
        socket = Optional.ofNullable(environment.get("NOTIFY_SOCKET")).flatMap(ServiceManager::address);
        period = halfOfWatchdog(environment)
                .filter(half -> half.compareTo(LOOK) < 0)
                .orElse(LOOK);
    }

    /** How often {@link #alive} must be said; systemd wants it twice within {@code WatchdogSec}. */
    public Duration period() {
        return period;
    }

    /** Every line is being read. */
    public void ready() {
        send("READY=1\nSTATUS=ready");
    }

    /** It works; called every {@link #period}. */
    public void alive(Life life) {
        send("WATCHDOG=1\nSTATUS=" + life.words().replace('\n', ' '));
    }

    /** It ends, on purpose. */
    public void stopping() {
        send("STOPPING=1\nSTATUS=stopping");
    }

    private void send(String message) {
        try {
            socket.ifPresent(address -> address.send(message));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "systemd cannot be told \"{}\": {}",
                    message.lines().findFirst().orElse(""),
                    e.getMessage());
        }
    }

    private static Optional<DatagramAddress> address(String name) {
        try {
            return Optional.of(DatagramAddress.of(name));
        } catch (IllegalArgumentException e) {
            LOG.warn("systemd is told nothing: NOTIFY_SOCKET = {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Empty if there is no watchdog, or one for another process. */
    private static Optional<Duration> halfOfWatchdog(Map<String, String> environment) {
        String pid = Long.toString(ProcessHandle.current().pid());
        return Optional.ofNullable(environment.get("WATCHDOG_USEC"))
                .filter(micros -> micros.matches("[1-9]\\d{0,14}"))
                .filter(micros -> environment.getOrDefault("WATCHDOG_PID", pid).equals(pid))
                .map(micros -> Duration.ofMillis(Math.max(1, Long.parseLong(micros) / 2_000)));
    }
}
