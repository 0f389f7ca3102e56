import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pins of the emulated board. QEMU's test socket drives the wires into its GPIO chip and reads the chip's registers;
 * its monitor socket says which device the chip is and ends the machine.
 */
final class EmulatedBoard implements AutoCloseable {

    /** GPIODATA of the PL061 of the virt board, with the mask of all 8 lines in its address. */
    private static final String DATA_REGISTER = "0x90303fc";

    private static final Pattern CHIP = Pattern.compile("\"name\": \"([^\"]+)\", \"type\": \"child<pl061>\"");

    private final Talk monitor;
    private final Talk wires;
    private final String chip;

    EmulatedBoard(Path monitorSocket, Path testSocket) {
        monitor = new Talk(monitorSocket);
        wires = new Talk(testSocket);
        monitor.line();
        monitor.ask("{\"execute\": \"qmp_capabilities\"}");
        String devices = monitor.ask("{\"execute\": \"qom-list\", \"arguments\": {\"path\": \"/machine/unattached\"}}");
        Matcher found = CHIP.matcher(devices);
        if (!found.find()) {
            throw new IllegalStateException("this QEMU has no PL061 among " + devices);
        }
        chip = "/machine/unattached/" + found.group(1);
    }

    /** Puts a level on a wire, 0 to 7. */
    void drive(int line, boolean high) {
        okay("set_irq_in " + chip + " unnamed-gpio-in " + line + " " + (high ? 1 : 0));
    }

    /** The level of a line, 0 to 7, also of one that the machine drives. */
    boolean level(int line) {
        int data = Integer.decode(okay("readb " + DATA_REGISTER).substring("OK ".length()));
        return (data >> line & 1) == 1;
    }

    private String okay(String command) {
        String answer = wires.ask(command);
        if (!answer.startsWith("OK")) {
            throw new IllegalStateException("QEMU answers '" + answer + "' to '" + command + "'");
        }
        return answer;
    }

    @Override
    public void close() {
        monitor.ask("{\"execute\": \"quit\"}");
        monitor.close();
        wires.close();
    }

    /** A socket on which each line is answered by one; what QEMU tells unasked is passed over. */
    private static final class Talk {

        private final SocketChannel socket;
        private final BufferedReader answers;

        Talk(Path path) {
            try {
                for (int tries = 0; !Files.exists(path) && tries < 100; tries++) {
                    Thread.sleep(100);
                }
                socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
                answers = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(socket), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("QEMU does not listen on " + path, e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        String ask(String question) {
            try {
                socket.write(ByteBuffer.wrap((question + "\n").getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String answer = line();
            while (answer.contains("\"event\"") || answer.startsWith("IRQ")) {
                answer = line();
            }
            return answer;
        }

        String line() {
            try {
                String line = answers.readLine();
                if (line == null) {
                    throw new IllegalStateException("QEMU has ended");
                }
                return line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
