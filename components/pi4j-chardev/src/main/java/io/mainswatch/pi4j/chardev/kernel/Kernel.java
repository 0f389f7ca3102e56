package io.mainswatch.pi4j.chardev.kernel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The system calls this library makes, and nothing else of the outside world, so that a test can be the kernel. Buffers
 * are direct, in native byte order, and used from index 0.
 */
public interface Kernel {

    /** The GPIO character devices there are, {@code /dev/gpiochip0} before {@code /dev/gpiochip10}. */
    List<String> chips();

    /** The group that may use a device file, if that can be told. */
    Optional<String> group(String path);

    /** Opens for reading and writing; the descriptor is not inherited by child processes. */
    int open(String path) throws KernelException;

    void ioctl(int fd, Ioctl request, ByteBuffer argument) throws KernelException;

    /** Reads what is there, waiting if nothing is. Returns the number of bytes. */
    int read(int fd, ByteBuffer into) throws KernelException;

    /** A new descriptor that becomes readable by {@link #signal}. */
    int eventfd() throws KernelException;

    void signal(int eventfd) throws KernelException;

    /** Sleeps until one of the two is readable. Returns whether it is the first, and the second has no signal. */
    boolean awaitReadable(int fd, int eventfd) throws KernelException;

    void close(int fd) throws KernelException;
}
