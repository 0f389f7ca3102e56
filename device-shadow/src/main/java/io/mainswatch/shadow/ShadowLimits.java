package io.mainswatch.shadow;

/**
 * How large a shadow may grow.
 *
 * @param maxDepth levels of nesting in one section, 1 to 64. The section with content is level 1, each object or array
 *     with content below it one more; scalars and empty containers do not count.
 * @param maxBytes size of the stored state, 1 to {@value #MAX_REQUEST_BYTES}: both sections together as compact UTF-8
 *     JSON. Metadata, version and client token do not count.
 */
public record ShadowLimits(int maxDepth, int maxBytes) {

    /** The largest payload AWS's broker takes; a longer request is refused unread. */
    public static final int MAX_REQUEST_BYTES = 128 * 1024;

    /**
     * What AWS grants an account that has not asked for more. Contested: the error text says 6 levels, the quota page 8;
     * how blanks and escapes count is not documented.
     */
    public static final ShadowLimits AWS = new ShadowLimits(6, 8192);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left
     */
    public ShadowLimits {
        requireBetween("maxDepth", maxDepth, 64);
        requireBetween("maxBytes", maxBytes, MAX_REQUEST_BYTES);
    }

    private static void requireBetween(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " = " + value + ": must be from 1 to " + max);
        }
    }
}
