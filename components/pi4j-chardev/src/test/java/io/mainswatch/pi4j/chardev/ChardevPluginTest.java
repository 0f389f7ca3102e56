package io.mainswatch.pi4j.chardev;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.IOType;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import org.junit.jupiter.api.Test;

class ChardevPluginTest {

    @Test
    void aContextThatDetectsItsPluginsHasBothProviders() {
        Context pi4j = Pi4J.newAutoContext();

        assertThat(pi4j.providers()
                        .get("chardev-digital-input", IOType.DIGITAL_INPUT)
                        .id())
                .isEqualTo("chardev-digital-input");
        assertThat(pi4j.providers()
                        .get("chardev-digital-output", IOType.DIGITAL_OUTPUT)
                        .id())
                .isEqualTo("chardev-digital-output");
        assertThat(pi4j.provider(DigitalInputProvider.class).id()).isEqualTo("chardev-digital-input");
        pi4j.shutdown();
    }
}
