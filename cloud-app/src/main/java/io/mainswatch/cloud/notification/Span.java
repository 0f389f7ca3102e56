package io.mainswatch.cloud.notification;

import java.time.Duration;

/** A length of time in words, with its two largest units: {@code 2 min 5 s}, {@code 3 h 12 min}, {@code 2 d}. */
final class Span {

    private Span() {}

    static String inWords(Duration length) {
        long seconds = length.plusMillis(500).toSeconds();
        if (seconds == 0) {
            return "less than a second";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return pair(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return pair(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    private static String pair(long large, String unit, long small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
