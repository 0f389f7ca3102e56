package io.mainswatch.pi4j.chardev.kernel;

import java.io.Serial;

/** A system call failed. */
public final class KernelException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int errno;

    public KernelException(String call, int errno) {
        super(call + ": " + Errno.describe(errno));
        this.errno = errno;
    }

    /** The error number; {@link Errno} names those that matter here. */
    public int errno() {
        return errno;
    }
}
