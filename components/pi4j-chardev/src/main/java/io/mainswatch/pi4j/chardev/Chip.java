package io.mainswatch.pi4j.chardev;

import io.mainswatch.pi4j.chardev.kernel.ChipInfo;
import io.mainswatch.pi4j.chardev.kernel.Errno;
import io.mainswatch.pi4j.chardev.kernel.Ioctl;
import io.mainswatch.pi4j.chardev.kernel.Kernel;
import io.mainswatch.pi4j.chardev.kernel.KernelException;
import io.mainswatch.pi4j.chardev.kernel.LineFlag;
import io.mainswatch.pi4j.chardev.kernel.LineInfo;
import io.mainswatch.pi4j.chardev.kernel.LineRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** An open GPIO chip. Lines live on when the chip is closed again. */
final class Chip implements AutoCloseable {

    private static final String TOO_OLD =
            " cannot be asked for: this kernel lacks version 2 of the GPIO character device. Use Linux 5.10 or later.";

    private final Kernel kernel;
    private final String path;
    private final int fd;
    private final ChipInfo info;

    private Chip(Kernel kernel, String path, int fd, ChipInfo info) {
        this.kernel = kernel;
        this.path = path;
        this.fd = fd;
        this.info = info;
    }

    static Chip open(Kernel kernel, String path) {
        int fd = openFile(kernel, path);
        try {
            ByteBuffer answer = ChipInfo.request();
            kernel.ioctl(fd, Ioctl.GET_CHIP_INFO, answer);
            return new Chip(kernel, path, fd, ChipInfo.decode(answer));
        } catch (KernelException e) {
            closeFile(kernel, fd, path);
            throw new ChardevException(path + " is not a GPIO chip (" + e.getMessage()
                    + "). Name a device such as /dev/gpiochip0, a chip's label, or none.");
        }
    }

    ChipInfo info() {
        return info;
    }

    /** Whether the kernel knows version 2 of the device, as it does since 5.10; older ones call the request not valid. */
    boolean speaksVersion2() {
        try {
            lineInfo(0);
            return true;
        } catch (KernelException e) {
            return e.errno() != Errno.ENOTTY && e.errno() != Errno.EINVAL;
        }
    }

    /** What the kernel knows of each line, in the order of their numbers. */
    List<LineInfo> lines() {
        return IntStream.range(0, info.lines()).mapToObj(this::line).toList();
    }

    private LineInfo line(int offset) {
        try {
            return lineInfo(offset);
        } catch (KernelException e) {
            throw new ChardevException("line " + offset + " of " + this
                    + (speaksVersion2() ? " cannot be asked about (" + e.getMessage() + ")." : TOO_OLD));
        }
    }

    /** Where the line is and who holds it. */
    String describe(int offset) {
        String where = existing(offset);
        LineInfo found = line(offset);
        return where
                + (found.name().isEmpty() ? "" : ", " + found.name())
                + ((found.flags() & LineFlag.USED) == 0 ? "" : ", in use by " + holder(offset));
    }

    private String existing(int offset) {
        String line = "line " + offset + " of " + this;
        if (offset < 0 || offset >= info.lines()) {
            throw new ChardevException(line + " does not exist: the chip has lines 0 to " + (info.lines() - 1)
                    + ". Use one of them, or name another chip.");
        }
        return line;
    }

    /** Asks the kernel for a line, which is then ours alone. */
    Line request(LineRequest request) {
        String line = existing(request.offset());
        try {
            ByteBuffer struct = request.encode();
            kernel.ioctl(fd, Ioctl.GET_LINE, struct);
            return new Line(kernel, line, LineRequest.descriptor(struct));
        } catch (KernelException e) {
            throw new ChardevException(line + refusal(request, e));
        }
    }

    @Override
    public void close() {
        closeFile(kernel, fd, path);
    }

    @Override
    public String toString() {
        return path + " (" + info.label() + ")";
    }

    private String refusal(LineRequest request, KernelException e) {
        return switch (e.errno()) {
            case Errno.EBUSY -> " is in use by " + holder(request.offset()) + ". Stop that, or use another line.";
            case Errno.EINVAL, Errno.ENOTTY ->
                speaksVersion2()
                        ? " cannot have these settings (" + request
                                + "), says the kernel. Try without pull and debounce."
                        : TOO_OLD;
            default -> " is refused by the kernel (" + e.getMessage() + ").";
        };
    }

    private String holder(int offset) {
        try {
            String consumer = lineInfo(offset).consumer();
            return consumer.isEmpty() ? "somebody who gave no name" : "'" + consumer + "'";
        } catch (KernelException e) {
            return "somebody whose name the kernel does not tell (" + e.getMessage() + ")";
        }
    }

    private LineInfo lineInfo(int offset) throws KernelException {
        ByteBuffer answer = LineInfo.request(offset);
        kernel.ioctl(fd, Ioctl.GET_LINE_INFO, answer);
        return LineInfo.decode(answer);
    }

    private static int openFile(Kernel kernel, String path) {
        try {
            return kernel.open(path);
        } catch (KernelException e) {
            throw new ChardevException(path + closedDoor(kernel, path, e));
        }
    }

    private static String closedDoor(Kernel kernel, String path, KernelException e) {
        return switch (e.errno()) {
            case Errno.ENOENT -> " does not exist. Does this board have GPIO, and its driver run? See /dev/gpiochip*.";
            case Errno.ENODEV, Errno.ENXIO -> " has no device behind it any more. Is its driver loaded?";
            case Errno.EACCES, Errno.EPERM ->
                " may not be used by this user. "
                        + kernel.group(path)
                                .filter(group -> !group.equals("root"))
                                .map(group -> "Add the user to the group " + group + " (usermod -aG " + group
                                        + " USER) and start anew.")
                                .orElse("Give its file to a group by a udev rule, and the user to that group.");
            default -> " cannot be opened (" + e.getMessage() + ").";
        };
    }

    private static void closeFile(Kernel kernel, int fd, String path) {
        try {
            kernel.close(fd);
        } catch (KernelException e) {
            throw new ChardevException(path + " cannot be closed (" + e.getMessage() + ").");
        }
    }
}
