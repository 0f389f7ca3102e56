package io.mainswatch.localaws.identity.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A policy variable or condition key.
 *
 * @param attribute the thing's attribute that it stands for, or null
 */
record Variable(Kind kind, String attribute) {

    private static final String ATTRIBUTES = "iot:Connection.Thing.Attributes[";

    /** AWS compares these names without regard to case. */
    enum Kind {
        CLIENT_ID("iot:ClientId"),
        CERTIFICATE_ID("iot:CertificateId"),
        THING_NAME("iot:Connection.Thing.ThingName"),
        THING_TYPE("iot:Connection.Thing.ThingTypeName"),
        THING_ATTRIBUTE(ATTRIBUTES + "name]"),
        IS_ATTACHED("iot:Connection.Thing.IsAttached");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    /** All that there are, for messages. */
    static String known() {
        return Arrays.stream(Kind.values()).map(kind -> kind.name).collect(Collectors.joining(", "));
    }

    static Optional<Variable> of(String name) {
        if (name.regionMatches(true, 0, ATTRIBUTES, 0, ATTRIBUTES.length()) && name.endsWith("]")) {
            return Optional.of(
                    new Variable(Kind.THING_ATTRIBUTE, name.substring(ATTRIBUTES.length(), name.length() - 1)));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.THING_ATTRIBUTE && kind.name.equalsIgnoreCase(name))
                .map(kind -> new Variable(kind, null))
                .findFirst();
    }
}
