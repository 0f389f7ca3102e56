package io.mainswatch.pi4j.chardev.kernel;

/**
 * The requests of the ABI. Their numbers are composed as {@code asm-generic/ioctl.h} does: two bits of direction, 14 of
 * the argument's size, eight of the device type, eight of the function; right on x86, Arm and RISC-V.
 */
public enum Ioctl {
    GET_CHIP_INFO(Ioctl.READ, 0x01, ChipInfo.SIZE),
    GET_LINE_INFO(Ioctl.READ | Ioctl.WRITE, 0x05, LineInfo.SIZE),
    GET_LINE(Ioctl.READ | Ioctl.WRITE, 0x07, LineRequest.SIZE),
    LINE_GET_VALUES(Ioctl.READ | Ioctl.WRITE, 0x0E, LineValues.SIZE),
    LINE_SET_VALUES(Ioctl.READ | Ioctl.WRITE, 0x0F, LineValues.SIZE);

    private static final int WRITE = 1;
    private static final int READ = 2;
    private static final int GPIO = 0xB4;

    private final int direction;
    private final int function;
    private final int size;

    Ioctl(int direction, int function, int size) {
        this.direction = direction;
        this.function = function;
        this.size = size;
    }

    /** The request's number, 32 bits without sign. */
    public long number() {
        return Integer.toUnsignedLong(direction << 30 | size << 16 | GPIO << 8 | function);
    }
}
