package io.mainswatch.localaws.registry;

/** The names that AWS makes from ours. There is one account and one region here. */
public final class AwsNames {

    /** What every ARN of AWS IoT begins with here. */
    public static final String PREFIX = "arn:aws:iot:eu-west-1:000000000000:";

    private AwsNames() {}

    public static String thing(String name) {
        return PREFIX + "thing/" + name;
    }

    static String thingType(String name) {
        return PREFIX + "thingtype/" + name;
    }
}
