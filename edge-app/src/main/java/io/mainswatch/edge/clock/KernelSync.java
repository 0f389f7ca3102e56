package io.mainswatch.edge.clock;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the kernel holds its clock for synchronised: the flag that every NTP daemon (timesyncd, chrony, ntpd) clears
 * once the time is right, and that the kernel sets again when none has spoken for long. Reading it needs no privilege.
 */
public final class KernelSync implements BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(KernelSync.class);

    /** {@code STA_UNSYNC} of {@code <sys/timex.h>}. */
    private static final int UNSYNCHRONISED = 0x0040;

    /** {@code status} stands after {@code modes} (padded to a long) and four longs. */
    private static final long STATUS = 5L * NativeLong.SIZE;

    /** {@code struct timex} has 208 bytes where a long has eight, fewer elsewhere. */
    private static final long ROOM = 256;

    private final CLibrary library;

    private KernelSync(CLibrary library) {
        this.library = library;
    }

    /** The kernel's word; where it cannot be asked, always "not synchronised". */
    public static BooleanSupplier ofKernel() {
        try {
            return new KernelSync(Native.load("c", CLibrary.class));
        } catch (LinkageError e) {
            LOG.warn("The kernel's clock state cannot be read ({}): every time counts as unsynced.", e.getMessage());
            return () -> false;
        }
    }

    @Override
    public boolean getAsBoolean() {
        try (Memory timex = new Memory(ROOM)) {
            timex.clear();
            return library.adjtimex(timex) >= 0 && (timex.getInt(STATUS) & UNSYNCHRONISED) == 0;
        }
    }

    /** The one call; with {@code modes} zero it only reads. */
    interface CLibrary extends Library {
        int adjtimex(Pointer timex);
    }
}
