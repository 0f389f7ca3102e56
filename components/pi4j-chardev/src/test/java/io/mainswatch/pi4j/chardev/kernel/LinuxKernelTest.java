package io.mainswatch.pi4j.chardev.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The real kernel, with files that every Linux has. */
@EnabledOnOs(OS.LINUX)
@Timeout(20)
class LinuxKernelTest {

    private final LinuxKernel kernel = new LinuxKernel();

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> kernel.open("/dev/gpiochip-none"))
                .isInstanceOfSatisfying(
                        KernelException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOENT))
                .hasMessage("open /dev/gpiochip-none: ENOENT, no such file");
    }

    @Test
    void aDeviceThatIsNoChipRefusesTheRequest() throws Exception {
        int fd = kernel.open("/dev/null");

        assertThatThrownBy(() -> kernel.ioctl(fd, Ioctl.GET_CHIP_INFO, ChipInfo.request()))
                .isInstanceOfSatisfying(
                        KernelException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOTTY));
        kernel.close(fd);
    }

    @Test
    void descriptorsAreClosedAndNotInherited() throws Exception {
        int fd = kernel.open("/dev/null");
        String flags = Files.readAllLines(Path.of("/proc/self/fdinfo/" + fd)).get(1);
        assertThat(Long.parseLong(flags.replace("flags:\t", ""), 8) & 0x80003)
                .as("O_CLOEXEC and O_RDWR")
                .isEqualTo(0x80002);

        kernel.close(fd);

        assertThatThrownBy(() -> kernel.close(fd))
                .isInstanceOfSatisfying(
                        KernelException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EBADF));
    }

    @Test
    void readsWhatIsThere() throws Exception {
        int zero = kernel.open("/dev/zero");
        assertThat(kernel.read(zero, LineEvent.buffer())).isEqualTo(768);
        kernel.close(zero);
    }

    @Test
    void aSignalWakesAThreadThatSleepsOnAQuietDescriptor() throws Exception {
        int quiet = kernel.eventfd();
        int wakeUp = kernel.eventfd();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> awaitReadable(quiet, wakeUp));
        await().pollDelay(100, TimeUnit.MILLISECONDS).until(() -> !waiting.isDone());

        kernel.signal(wakeUp);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
        kernel.close(quiet);
        kernel.close(wakeUp);
    }

    @Test
    void aReadableDescriptorEndsTheWait() throws Exception {
        int loud = kernel.eventfd();
        int wakeUp = kernel.eventfd();

        kernel.signal(loud);

        assertThat(kernel.awaitReadable(loud, wakeUp)).isTrue();
        kernel.close(loud);
        kernel.close(wakeUp);
    }

    @Test
    void namesTheGroupOfADevice() {
        assertThat(kernel.group("/dev/null")).contains("root");
        assertThat(kernel.group("/dev/gpiochip-none")).isEmpty();
    }

    private boolean awaitReadable(int fd, int eventfd) {
        try {
            return kernel.awaitReadable(fd, eventfd);
        } catch (KernelException e) {
            throw new IllegalStateException(e);
        }
    }
}
