package io.mainswatch.localaws.registry;

import io.mainswatch.localaws.http.AwsError;
import java.util.Map;
import java.util.regex.Pattern;

/** What AWS takes as names, attributes and their number (API CreateThing; quotas). */
final class ThingRules {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[a-zA-Z0-9_.,@/:#-]{1,128}");
    private static final Pattern ATTRIBUTE_VALUE = Pattern.compile("[a-zA-Z0-9_.,@/:#=\\[\\]-]{0,800}");
    private static final int ATTRIBUTES_WITHOUT_TYPE = 3;
    private static final int ATTRIBUTES_WITH_TYPE = 50;

    private ThingRules() {}

    /** @param what {@code thingName} or {@code thingTypeName} */
    static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw AwsError.invalidRequest(
                    what + " '" + name + "': must be 1 to 128 letters, digits, colons, underscores or hyphens");
        }
    }

    static void checkAttributes(Map<String, String> attributes, boolean typed) {
        attributes.forEach((name, value) -> {
            if (!ATTRIBUTE_NAME.matcher(name).matches()) {
                throw AwsError.invalidRequest(
                        "attribute name '" + name + "': must be 1 to 128 letters, digits or any of _.,@/:#-");
            }
            if (value == null || !ATTRIBUTE_VALUE.matcher(value).matches()) {
                throw AwsError.invalidRequest("attribute " + name + " '" + value
                        + "': must be at most 800 letters, digits or any of _.,@/:#=[]-");
            }
        });
        int limit = typed ? ATTRIBUTES_WITH_TYPE : ATTRIBUTES_WITHOUT_TYPE;
        if (attributes.size() > limit) {
            throw AwsError.invalidRequest("a thing may have " + limit + " attributes"
                    + (typed ? "" : " without a thing type, " + ATTRIBUTES_WITH_TYPE + " with one") + ", not "
                    + attributes.size());
        }
    }
}
