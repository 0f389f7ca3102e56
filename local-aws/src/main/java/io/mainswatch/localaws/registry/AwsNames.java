package io.mainswatch.localaws.registry;

/** The names that AWS makes from ours. There is one account and one region here. */
final class AwsNames {

    private static final String PREFIX = "arn:aws:iot:eu-west-1:000000000000:";

    private AwsNames() {}

    static String thing(String name) {
        return PREFIX + "thing/" + name;
    }

    static String thingType(String name) {
        return PREFIX + "thingtype/" + name;
    }
}
