package io.mainswatch.edge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A volume of few megabytes, in memory but with a real end; whoever uses it must be allowed to mount. */
public final class SmallVolume {

    private final Path folder;

    public SmallVolume(Path folder) throws IOException, InterruptedException {
        this(folder, 1);
    }

    public SmallVolume(Path folder, int megabytes) throws IOException, InterruptedException {
        this.folder = folder;
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) == 0,
                "Skipped: mounting a small tmpfs for the test of a full disk needs root on Linux.");
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Takes the last byte of room. */
    public void fill() throws IOException {
        try (OutputStream filler = new FileOutputStream(file("filler").toFile(), true)) {
            while (true) {
                filler.write(new byte[512]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    public void empty() throws IOException {
        Files.delete(file("filler"));
    }

    void allowWriting(boolean allowed) throws IOException, InterruptedException {
        assertThat(run("mount", "-o", "remount," + (allowed ? "rw" : "ro"), folder.toString()))
                .isZero();
    }

    public void unmount() throws IOException, InterruptedException {
        assertThat(run("umount", folder.toString())).isZero();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
