import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the machine says on its serial line: the lines that begin with "@ ", each read once, in order. */
final class GuestConsole {

    private static final String MARK = "@ ";

    /** After this nothing that is waited for can come. */
    private static final String BROKEN = "broken";

    private final Path log;
    private int read;

    GuestConsole(Path log) {
        this.log = log;
    }

    /** The next line that begins with a text; those before it are passed over. */
    String await(String beginning, Duration limit) throws InterruptedException {
        return await(line -> line.startsWith(beginning), "'" + beginning + "'", limit);
    }

    /** The next line that fits; those before it are passed over. */
    String await(Predicate<String> fits, String description, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> line = next();
            if (line.isEmpty()) {
                Thread.sleep(20);
            } else if (fits.test(line.get())) {
                return line.get();
            } else if (line.get().startsWith(BROKEN)) {
                throw new AssertionError(line.get());
            }
        }
        throw new AssertionError("the machine did not say " + description + " in " + limit.toSeconds() + " s");
    }

    private Optional<String> next() {
        List<String> said = said();
        return read < said.size() ? Optional.of(said.get(read++)) : Optional.empty();
    }

    private List<String> said() {
        try {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
