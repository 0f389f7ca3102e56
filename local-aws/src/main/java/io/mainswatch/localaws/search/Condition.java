package io.mainswatch.localaws.search;

import io.mainswatch.localaws.glob.Glob;
import java.math.BigDecimal;
import java.util.Optional;

/** What a query asks of one value. Numbers are compared as numbers, all else as text. */
sealed interface Condition {

    boolean holds(String value);

    /** The value is like the pattern. */
    record Like(Glob pattern) implements Condition {
        @Override
        public boolean holds(String value) {
            return pattern.matches(value)
                    || pattern.literal()
                            .filter(literal -> areNumbers(literal, value) && compare(literal, value) == 0)
                            .isPresent();
        }
    }

    /** The value is on one side of a limit. */
    record Beyond(String limit, boolean above, boolean inclusive) implements Condition {
        @Override
        public boolean holds(String value) {
            int difference = compare(value, limit);
            return difference == 0 ? inclusive : above == difference > 0;
        }
    }

    /** The value is between two limits; one that is not there does not limit. */
    record Between(Optional<Beyond> low, Optional<Beyond> high) implements Condition {
        @Override
        public boolean holds(String value) {
            return low.map(limit -> limit.holds(value)).orElse(true)
                    && high.map(limit -> limit.holds(value)).orElse(true);
        }
    }

    private static int compare(String one, String other) {
        return areNumbers(one, other) ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
    }

    private static boolean areNumbers(String one, String other) {
        return isNumber(one) && isNumber(other);
    }

    private static boolean isNumber(String text) {
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
