package io.mainswatch.pi4j.chardev.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernel this process runs on, through the C library. */
public final class LinuxKernel implements Kernel {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxKernel.class);
    private static final Path DEVICES = Path.of("/dev");

    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;
    private static final int EFD_CLOEXEC = O_CLOEXEC;
    private static final short POLLIN = 1;
    private static final int POLL_FD_SIZE = 8;
    private static final int FOR_EVER = -1;

    @Override
    public List<String> chips() {
        List<Path> chips = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(DEVICES, "gpiochip*")) {
            files.forEach(chips::add);
        } catch (IOException e) {
            LOG.warn("{} cannot be listed, so no GPIO chip is found: {}", DEVICES, e.toString());
        }
        return chips.stream()
                .map(Path::toString)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @Override
    public Optional<String> group(String path) {
        try {
            return Optional.of(Files.getAttribute(Path.of(path), "posix:group").toString());
        } catch (IOException e) {
            LOG.debug("The group of {} cannot be told", path, e);
            return Optional.empty();
        }
    }

    @Override
    public int open(String path) throws KernelException {
        return call("open " + path, c -> c.open(path, O_RDWR | O_CLOEXEC));
    }

    @Override
    public void ioctl(int fd, Ioctl request, ByteBuffer argument) throws KernelException {
        call("ioctl " + request, c -> c.ioctl(fd, new NativeLong(request.number(), true), argument));
    }

    @Override
    public int read(int fd, ByteBuffer into) throws KernelException {
        return call(
                "read", c -> c.read(fd, into, new NativeLong(into.capacity())).intValue());
    }

    @Override
    public int eventfd() throws KernelException {
        return call("eventfd", c -> c.eventfd(0, EFD_CLOEXEC));
    }

    @Override
    public void signal(int eventfd) throws KernelException {
        ByteBuffer one = Bytes.allocate(Long.BYTES).putLong(0, 1);
        call("write", c -> c.write(eventfd, one, new NativeLong(Long.BYTES)).intValue());
    }

    @Override
    public boolean awaitReadable(int fd, int eventfd) throws KernelException {
        ByteBuffer descriptors = Bytes.allocate(2 * POLL_FD_SIZE)
                .putInt(0, fd)
                .putShort(4, POLLIN)
                .putInt(POLL_FD_SIZE, eventfd)
                .putShort(POLL_FD_SIZE + 4, POLLIN);
        call("poll", c -> c.poll(descriptors, new NativeLong(2), FOR_EVER));
        return descriptors.getShort(POLL_FD_SIZE + 6) == 0;
    }

    @Override
    public void close(int fd) throws KernelException {
        call("close", c -> c.close(fd));
    }

    /** Makes a call, again if a signal interrupted it. */
    private static int call(String name, Call call) throws KernelException {
        while (true) {
            try {
                return call.on(Loaded.LIBRARY);
            } catch (LinkageError e) {
                throw new KernelException(name + " through JNA (" + e.getMessage() + ")", Errno.ENOSYS);
            } catch (LastErrorException e) {
                if (e.getErrorCode() != Errno.EINTR) {
                    throw new KernelException(name, e.getErrorCode());
                }
            }
        }
    }

    @FunctionalInterface
    private interface Call {
        int on(LibC c);
    }

    /** Loaded with the first call, so that to register the plugin never fails. */
    private static final class Loaded {
        static final LibC LIBRARY = Native.load("c", LibC.class);
    }

    /** As in the C library; {@code NativeLong} stands for {@code unsigned long}, {@code size_t} and {@code ssize_t}. */
    private interface LibC extends Library {

        int open(String path, int flags, Object... mode) throws LastErrorException;

        int ioctl(int fd, NativeLong request, Object... argument) throws LastErrorException;

        NativeLong read(int fd, ByteBuffer buffer, NativeLong count) throws LastErrorException;

        NativeLong write(int fd, ByteBuffer buffer, NativeLong count) throws LastErrorException;

        int eventfd(int initial, int flags) throws LastErrorException;

        int poll(ByteBuffer descriptors, NativeLong count, int timeout) throws LastErrorException;

        int close(int fd) throws LastErrorException;
    }
}
