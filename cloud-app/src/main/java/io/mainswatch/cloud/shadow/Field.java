package io.mainswatch.cloud.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.cloud.inbox.UnprocessableException;
import java.util.regex.Pattern;

/**
 * A place in a document that knows its name, so that each complaint names field, value and remedy.
 *
 * @param path for example {@code current.state.reported.status}
 * @param value the node there, or a missing node
 */
record Field(String path, JsonNode value) {

    private static final int LONGEST_VALUE = 60;

    /** The field below this one. The outermost object has no name in paths. */
    Field child(String name) {
        return new Field("document".equals(path) ? name : path + "." + name, value.path(name));
    }

    boolean isAbsent() {
        return value.isMissingNode() || value.isNull();
    }

    /** The JSON text, or null if there is none. */
    String text() {
        return isAbsent() ? null : value.toString();
    }

    Field object() throws UnprocessableException {
        if (!value.isObject()) {
            throw wrong("an object");
        }
        return this;
    }

    long wholeNumber(long min, long max) throws UnprocessableException {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw wrong(
                    max == Long.MAX_VALUE ? "a whole number from " + min : "a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    String matching(Pattern pattern, String allowed) throws UnprocessableException {
        if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
            throw wrong(allowed);
        }
        return value.textValue();
    }

    UnprocessableException wrong(String allowed) {
        if (value.isMissingNode()) {
            return new UnprocessableException(path + " is missing; it must be " + allowed + ".");
        }
        String text = value.toString();
        String shown = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
        return new UnprocessableException(path + " is " + shown + "; it must be " + allowed + ".");
    }
}
