package io.mainswatch.edge.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UptimeTest {

    @Test
    void theKernelSaysWhichBootAndHowLongAgo(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "6f1c2a9e-8723-4a16-ad84-f4e925f6cae3\n");
        Files.writeString(proc.resolve("uptime"), "1478.90 2486.35\n");

        Uptime uptime = Uptime.ofKernel(proc);

        assertThat(uptime.boot()).isEqualTo("6f1c2a9e");
        assertThat(uptime.millis().getAsLong()).isEqualTo(1_478_900);
    }

    @Test
    void theRealKernelGivesTheSameBootTwiceAndAnUptimeThatGrows() {
        Uptime first = Uptime.ofKernel(Path.of("/proc"));
        Uptime second = Uptime.ofKernel(Path.of("/proc"));

        assertThat(first.boot()).matches("[0-9a-f]{8}").isEqualTo(second.boot());
        assertThat(second.millis().getAsLong())
                .isGreaterThanOrEqualTo(first.millis().getAsLong());
    }

    @Test
    void withoutAKernelToAskEachStartIsABootOfItsOwn(@TempDir Path proc) {
        assertThat(Uptime.ofKernel(proc).boot())
                .matches("[0-9a-f]{8}")
                .isNotEqualTo(Uptime.ofKernel(proc).boot());
    }
}
