package io.mainswatch.pi4j.chardev.kernel;

/** {@code enum gpio_v2_line_flag}: the bits of a line's configuration that are used here. */
public final class LineFlag {

    public static final long USED = 1L << 0;
    public static final long INPUT = 1L << 2;
    public static final long OUTPUT = 1L << 3;
    public static final long EDGE_RISING = 1L << 4;
    public static final long EDGE_FALLING = 1L << 5;
    public static final long BIAS_PULL_UP = 1L << 8;
    public static final long BIAS_PULL_DOWN = 1L << 9;
    public static final long BIAS_DISABLED = 1L << 10;

    private LineFlag() {}
}
