package io.mainswatch.acceptance.trouble;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of 2 MB of its own, that can be filled to the last byte. */
public final class SmallVolume implements AutoCloseable {

    private final Path folder;

    private SmallVolume(Path folder) {
        this.folder = folder;
    }

    /** Mounted on the folder; empty where this user may not mount. */
    public static Optional<SmallVolume> on(Path folder) throws IOException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", "size=2m", "mainswatch", folder.toString())
                ? Optional.of(new SmallVolume(folder))
                : Optional.empty();
    }

    /** Until {@link #empty}, there is no room for anything. */
    public void fill() {
        byte[] block = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException e) {
            // Full, as wanted.
            if (!Files.exists(filler())) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void empty() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        run("umount", folder.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
