package io.mainswatch.edge.check;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.BooleanSupplier;

/** Whether the device knows what time it is, and knows that it knows. */
public final class ClockCheck implements Check {

    /** This program is younger. */
    private static final int EARLIEST_YEAR = 2025;

    private static final String REMEDY = "switch NTP on (timedatectl set-ntp true) and let UDP port 123 through; until"
            + " then events are marked unsynced";

    private final Clock clock;
    private final BooleanSupplier synced;

    public ClockCheck(Clock clock, BooleanSupplier synced) {
        this.clock = clock;
        this.synced = synced;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding look() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        String time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV (xxx)").format(now);
        if (now.getYear() < EARLIEST_YEAR) {
            return Finding.failed(time + " cannot be", REMEDY);
        }
        return synced.getAsBoolean()
                ? Finding.ok(time + ", synchronised")
                : Finding.failed(time + ", but the kernel does not hold it for synchronised", REMEDY);
    }
}
