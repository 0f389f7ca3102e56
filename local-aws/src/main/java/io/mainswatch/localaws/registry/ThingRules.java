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
    private static final int ATTRIBUTES_OF_A_GROUP = 50;

    private ThingRules() {}

    /** @param what {@code thingName}, {@code thingTypeName} or {@code thingGroupName} */
    static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw AwsError.invalidRequest(
                    what + " '" + name + "': must be 1 to 128 letters, digits, colons, underscores or hyphens");
        }
    }

    static void checkAttributes(Map<String, String> attributes, boolean typed) {
        checkEach(attributes);
        int limit = typed ? ATTRIBUTES_WITH_TYPE : ATTRIBUTES_WITHOUT_TYPE;
        if (attributes.size() > limit) {
            throw AwsError.invalidRequest("a thing may have " + limit + " attributes"
                    + (typed ? "" : " without a thing type, " + ATTRIBUTES_WITH_TYPE + " with one") + ", not "
                    + attributes.size());
        }
    }

    static void checkGroupAttributes(Map<String, String> attributes) {
        checkEach(attributes);
        if (attributes.size() > ATTRIBUTES_OF_A_GROUP) {
            throw AwsError.invalidRequest(
                    "a thing group may have " + ATTRIBUTES_OF_A_GROUP + " attributes, not " + attributes.size());
        }
    }

    private static void checkEach(Map<String, String> attributes) {
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
    }
}
