package io.mainswatch.localaws.faults;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault that shall be armed. Without {@code times} and {@code lasting} it stays until it is disarmed.
 *
 * @param only the one thing, address or service (whichever the fault looks at) that it strikes; empty for all
 * @param times after so many strikes it is over, 1 or more
 * @param lasting after that time it is over
 */
public record FaultOrder(Fault fault, Optional<String> only, Optional<Integer> times, Optional<Duration> lasting) {

    public FaultOrder {
        times.ifPresent(count -> requirePositive("times", count, count > 0));
        lasting.ifPresent(time -> requirePositive("lasting", time, !time.isNegative() && !time.isZero()));
    }

    private static void requirePositive(String name, Object value, boolean positive) {
        if (!positive) {
            throw new IllegalArgumentException(name + " " + value + ": must be above 0");
        }
    }

    /** The fault for everything, until it is disarmed. */
    public static FaultOrder of(Fault fault) {
        return new FaultOrder(fault, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public FaultOrder only(String thingOrAddressOrService) {
        return new FaultOrder(fault, Optional.of(thingOrAddressOrService), times, lasting);
    }

    public FaultOrder times(int count) {
        return new FaultOrder(fault, only, Optional.of(count), lasting);
    }

    public FaultOrder lasting(Duration time) {
        return new FaultOrder(fault, only, times, Optional.of(time));
    }

    /** Whether the two are about the same: then the later one takes the place of the earlier. */
    boolean replaces(FaultOrder other) {
        return fault.getClass() == other.fault.getClass() && only.equals(other.only);
    }

    /** Whether it strikes the thing, address or service. Capitals make a difference, but not in an address. */
    public boolean isAbout(String subject) {
        return only.filter(name -> name.contains("@") ? !name.equalsIgnoreCase(subject) : !name.equals(subject))
                .isEmpty();
    }
}
