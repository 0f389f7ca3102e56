package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.http.AwsError;

/** The names that AWS makes from ours. There is one account and one region here. */
public final class AwsNames {

    /** Whose all of this is. */
    public static final String ACCOUNT = "000000000000";

    /** What every ARN of AWS IoT begins with here. */
    public static final String PREFIX = "arn:aws:iot:eu-west-1:" + ACCOUNT + ":";

    private AwsNames() {}

    public static String thing(String name) {
        return PREFIX + "thing/" + name;
    }

    static String thingType(String name) {
        return PREFIX + "thingtype/" + name;
    }

    static String thingGroup(String name) {
        return PREFIX + "thinggroup/" + name;
    }

    /**
     * The name of what a request means, which may give its ARN instead.
     *
     * @param what the request's member for the name
     */
    static String given(String what, String name, String arn) {
        if (name != null) {
            return name;
        }
        if (arn == null || !arn.startsWith("arn:aws:iot:") || !arn.contains("/")) {
            throw AwsError.invalidRequest(what + ": must be given, or the ARN in its place");
        }
        return arn.substring(arn.indexOf('/') + 1);
    }
}
