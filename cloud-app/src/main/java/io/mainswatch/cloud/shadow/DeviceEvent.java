package io.mainswatch.cloud.shadow;

/**
 * The journal event that a report carries.
 *
 * @param boot first 8 hex digits of the device's boot id
 * @param seq number on the device across all inputs, from 1
 * @param input the input that changed
 * @param merged how many of the numbers directly below {@code seq} the device tells by this count only: it merged their
 *     events because too many waited
 */
public record DeviceEvent(String boot, long seq, String input, long merged) {

    /** The input whose property is called {@code status}. */
    public static final String POWER = "power";

    /** The reported property that holds the level of an input, unless its details name another. */
    public static String property(String input) {
        return POWER.equals(input) ? "status" : input + "Status";
    }

    public boolean isPower() {
        return POWER.equals(input);
    }
}
