package io.mainswatch.edge.line;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Pi4J's mock outputs, shown to whoever looks: the file {@code out-17} holds {@code 1} or {@code 0}. */
final class SimulatedOutputs extends MockDigitalOutputProviderImpl {

    private final Path folder;

    SimulatedOutputs(Path folder) {
        this.folder = folder;
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        Shown output = new Shown(this, config, folder.resolve("out-" + config.address()));
        context.registry().add(output);
        return output;
    }

    /** An output that writes each of its states to a file, the first one included. */
    private static final class Shown extends MockDigitalOutput {

        private final Path file;

        Shown(DigitalOutputProvider provider, DigitalOutputConfig config, Path file) {
            super(provider, config);
            this.file = file;
        }

        @Override
        public DigitalOutput state(DigitalState state) throws IOException {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(draft, state.isHigh() ? "1\n" : "0\n");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (java.io.IOException e) {
                throw new IOException("The simulated output " + file + " cannot be written (" + e + ").", e);
            }
            return super.state(state);
        }
    }
}
