package io.mainswatch.pi4j.chardev.kernel;

/** The error numbers that the GPIO character device is known to answer with; the same on every architecture of Linux. */
public final class Errno {

    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int ENXIO = 6;
    public static final int EBADF = 9;
    public static final int EACCES = 13;
    public static final int EBUSY = 16;
    public static final int ENODEV = 19;
    public static final int EINVAL = 22;
    public static final int ENOTTY = 25;
    public static final int ENOSYS = 38;

    private Errno() {}

    static String describe(int errno) {
        return switch (errno) {
            case EPERM -> "EPERM, not permitted";
            case ENOENT -> "ENOENT, no such file";
            case EINTR -> "EINTR, interrupted";
            case EIO -> "EIO, input or output error";
            case ENXIO -> "ENXIO, no such device or address";
            case EBADF -> "EBADF, no open file";
            case EACCES -> "EACCES, permission denied";
            case EBUSY -> "EBUSY, in use";
            case ENODEV -> "ENODEV, no such device";
            case EINVAL -> "EINVAL, not a valid request";
            case ENOTTY -> "ENOTTY, not a request that this device knows";
            case ENOSYS -> "ENOSYS, not available on this system";
            default -> "error number " + errno;
        };
    }
}
