package io.mainswatch.pi4j.chardev;

import com.pi4j.io.gpio.digital.DigitalState;
import io.mainswatch.pi4j.chardev.kernel.Ioctl;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.KernelException;
import io.mainswatch.pi4j.chardev.kernel.LineValues;
import java.nio.ByteBuffer;

/** A line that the kernel has given us, until it is closed. Any thread may use it. */
final class Line implements AutoCloseable {

    private final Kernel kernel;
    private final String name;
    private final int fd;
    private boolean open = true;

    Line(Kernel kernel, String name, int fd) {
        this.kernel = kernel;
        this.name = name;
        this.fd = fd;
    }

    /** The file descriptor, on which the kernel tells of edges. */
    int descriptor() {
        return fd;
    }

    synchronized DigitalState state() {
        checkOpen();
        try {
            ByteBuffer values = LineValues.encode(false);
            kernel.ioctl(fd, Ioctl.LINE_GET_VALUES, values);
            return DigitalState.getState(LineValues.decode(values));
        } catch (KernelException e) {
            throw new ChardevException(name + " cannot be read (" + e.getMessage() + ").");
        }
    }

    synchronized void set(DigitalState state) {
        checkOpen();
        try {
            kernel.ioctl(fd, Ioctl.LINE_SET_VALUES, LineValues.encode(state == DigitalState.HIGH));
        } catch (KernelException e) {
            throw new ChardevException(name + " cannot be set (" + e.getMessage() + ").");
        }
    }

    /** Gives the line back to the kernel; once is enough. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            try {
                kernel.close(fd);
            } catch (KernelException e) {
                throw new ChardevException(name + " cannot be closed (" + e.getMessage() + ").");
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private void checkOpen() {
        if (!open) {
            throw new ChardevException(name + " has been closed.");
        }
    }
}
