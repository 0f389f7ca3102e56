package io.mainswatch.pi4j.chardev;

import com.pi4j.extension.Plugin;
import com.pi4j.extension.PluginService;

/** Registers both providers with a context that detects its plugins. */
public final class ChardevPlugin implements Plugin {

    /** Above Pi4J's gpiod (150), which covers fewer boards and polls; below its mocks. */
    static final int PRIORITY = 200;

    @Override
    public void initialize(PluginService service) {
        service.register(ChardevDigitalInputProvider.newInstance(), ChardevDigitalOutputProvider.newInstance());
    }
}
