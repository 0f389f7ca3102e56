package io.mainswatch.localaws.registry;

/**
 * Which things to list; a null is no condition.
 *
 * @param attribute name of an attribute that they have
 * @param value its value
 * @param prefix whether the value need only begin so
 * @param type name of their thing type
 */
public record ThingFilter(String attribute, String value, boolean prefix, String type) {

    /** Every thing. */
    public static final ThingFilter ALL = new ThingFilter(null, null, false, null);
}
