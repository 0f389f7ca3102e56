package io.mainswatch.edge.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeviceClockTest {

    private static final long NOON = 1_763_905_800_000L;

    @Test
    void aMomentIsDatedBackOnBothClocks() {
        assertThat(clock(NOON, "6f1c2a9e", 60_000, true).ago(2_000))
                .isEqualTo(new Moment(NOON - 2_000, true, "6f1c2a9e", 58_000));
    }

    @Test
    void theAgeOfAMomentOfThisBootIgnoresAWallClockThatWasSet() {
        Moment at1970 = clock(5_000, "6f1c2a9e", 60_000, false).now();

        assertThat(clock(NOON, "6f1c2a9e", 61_500, true).age(at1970)).hasValue(1_500);
    }

    @Test
    void theAgeOfAMomentOfAnotherBootIsUnknown() {
        Moment before = clock(NOON, "6f1c2a9e", 60_000, true).now();

        assertThat(clock(NOON + 1_000, "00000001", 500, true).age(before)).isEmpty();
    }

    @Test
    void whenTheBootBeganIsSaidOnlyByAClockToBeTrusted() {
        assertThat(clock(NOON, "6f1c2a9e", 60_000, true).booted()).hasValue(NOON - 60_000);
        assertThat(clock(5_000, "6f1c2a9e", 60_000, false).booted()).isEmpty();
    }

    @Test
    void theKernelCanBeAskedWhetherItsClockIsSynchronised() {
        assertThat(KernelSync.ofKernel())
                .as("a library of this machine, not the fallback")
                .isInstanceOf(KernelSync.class);
        assertThat(KernelSync.ofKernel().getAsBoolean()).isIn(true, false);
    }

    private static DeviceClock clock(long wall, String boot, long uptime, boolean synced) {
        Clock fixed = Clock.fixed(Instant.ofEpochMilli(wall), ZoneOffset.UTC);
        return new DeviceClock(fixed, new Uptime(boot, () -> uptime), () -> synced);
    }
}
