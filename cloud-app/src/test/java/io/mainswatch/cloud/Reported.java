package io.mainswatch.cloud;

import java.time.Instant;

/** Reports as a device makes them, and the documents that AWS makes of them. */
final class Reported {

    private static final String BOOT = "6f1c2a9e";

    private Reported() {}

    /** The power's level, as event {@code seq} that happened {@code age} ms before it was sent. */
    static String power(String level, long seq, long age) {
        return "{\"status\":\"" + level + "\",\"power\":{\"at\":" + (1_763_905_600_000L + seq) + ",\"age\":" + age
                + ",\"clock\":\"synced\",\"dips\":0},\"event\":{\"seq\":" + seq + ",\"boot\":\"" + BOOT
                + "\",\"input\":\"power\"}}";
    }

    static String power(String level, long seq) {
        return power(level, seq, 20);
    }

    /** The document of an update that AWS took at the time; {@code previous} may be {@code {}}. */
    static String document(long version, Instant taken, String previous, String current) {
        return "{\"previous\":{\"state\":{\"reported\":" + previous + "},\"metadata\":{},\"version\":" + (version - 1)
                + "},\"current\":{\"state\":{\"reported\":" + current + "},\"metadata\":{},\"version\":" + version
                + "},\"timestamp\":" + taken.getEpochSecond() + "}";
    }
}
