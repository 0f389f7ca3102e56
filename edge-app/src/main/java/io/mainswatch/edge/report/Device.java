package io.mainswatch.edge.report;

import io.mainswatch.edge.clock.DeviceClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What the device says of itself on every connect.
 *
 * @param app name and version of this program
 * @param model the board
 * @param interval the time between heartbeats
 */
public record Device(String app, String model, Supplier<Duration> interval) {

    /** This program on this machine. */
    public static Device here(Supplier<Duration> interval) {
        String version = Device.class.getPackage().getImplementationVersion();
        return new Device("mainswatch-edge" + (version == null ? "" : "/" + version), board(), interval);
    }

    /** {@code booted} in milliseconds since 1970, null while the clock is not to be trusted; {@code interval} in milliseconds. */
    Map<String, Object> asReported(DeviceClock clock) {
        OptionalLong booted = clock.booted();
        Map<String, Object> reported = new LinkedHashMap<>();
        reported.put("app", app);
        reported.put("model", model);
        reported.put("booted", booted.isPresent() ? booted.getAsLong() : null);
        reported.put("interval", interval.get().toMillis());
        return reported;
    }

    /** The device tree's words, for example "Raspberry Pi Zero 2 W Rev 1.0"; elsewhere system and architecture. */
    private static String board() {
        try {
            return Files.readString(Path.of("/proc/device-tree/model"))
                    .replace("\0", "")
                    .trim();
        } catch (IOException e) {
            return System.getProperty("os.name") + " " + System.getProperty("os.arch");
        }
    }
}
