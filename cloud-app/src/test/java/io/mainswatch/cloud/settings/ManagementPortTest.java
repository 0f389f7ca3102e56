package io.mainswatch.cloud.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.settings.Settings;
import io.mainswatch.settings.SettingsException;
import io.mainswatch.settings.SettingsReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagementPortTest {

    @Test
    void aPortThatAnotherProgramHasIsNamedWithTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ManagementPort.check(settings(taken.getLocalPort())))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("choose another with mainswatch.management-port");
        }
    }

    @Test
    void aFreePortIsLeftFree() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatCode(() -> ManagementPort.check(settings(port))).doesNotThrowAnyException();
        assertThatCode(() -> ManagementPort.check(settings(port))).doesNotThrowAnyException();
    }

    private static Settings settings(int port) {
        return new SettingsReader(new CloudSettings(), Map.of("MAINSWATCH_MANAGEMENT_PORT", Integer.toString(port)))
                .read(Path.of("../config/cloud/application.properties"));
    }
}
