package io.mainswatch.cloud.settings;

import io.mainswatch.settings.Problem;
import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** The port of health and metrics. Camel only logs that it could not have it, and runs on without. */
public final class ManagementPort {

    private ManagementPort() {}

    /** A {@link SettingsException} if another program has the port. */
    public static void check(Settings settings) {
        int port = settings.whole(CloudSettings.MANAGEMENT_PORT);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new SettingsException(List.of(new Problem(
                    CloudSettings.MANAGEMENT_PORT,
                    0,
                    false,
                    "cannot listen on 127.0.0.1:" + port + " (" + e.getMessage()
                            + "). Stop the program that has the port, or choose another with "
                            + CloudSettings.MANAGEMENT_PORT + ".")));
        }
    }
}
