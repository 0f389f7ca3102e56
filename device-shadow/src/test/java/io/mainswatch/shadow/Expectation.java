package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import java.util.TreeSet;

/** Compares a message with a vector's expectation: values, and the placeholders that stand for many values. */
final class Expectation {

    private Expectation() {}

    /** Same members, no more, no fewer, in any order. */
    static void assertMatches(String path, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && expected.textValue().startsWith("<")) {
            assertPlaceholder(path, expected.textValue(), actual);
        } else if (expected.isObject()) {
            assertThat(actual.isObject())
                    .as("%s is an object: %s", path, actual)
                    .isTrue();
            Set<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                assertThat(expected.has(name))
                        .as("%s may have '%s'", path, name)
                        .isTrue();
                assertMatches(path + "." + name, expected.get(name), actual.path(name));
            }
        } else if (expected.isArray()) {
            assertThat(actual.size()).as("size of %s: %s", path, actual).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertMatches(path + "[" + i + "]", expected.get(i), actual.path(i));
            }
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as("%s is a number: %s", path, actual).isTrue();
            assertThat(actual.decimalValue()).as(path).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    /** The members that the expectation lists, and no others. */
    static void assertMatchesListed(String path, JsonNode expected, JsonNode actual) {
        expected.properties()
                .forEach(member ->
                        assertMatches(path + "." + member.getKey(), member.getValue(), actual.path(member.getKey())));
    }

    private static void assertPlaceholder(String path, String placeholder, JsonNode actual) {
        if (placeholder.equals("<ts>")) {
            assertThat(actual.isIntegralNumber())
                    .as("%s is a time: %s", path, actual)
                    .isTrue();
            assertThat(actual.longValue()).as(path).isEqualTo(LocalShadows.START.getEpochSecond());
        } else if (placeholder.equals("<any>")) {
            assertThat(actual.isMissingNode()).as("%s is missing", path).isFalse();
        } else if (placeholder.equals("<absent>")) {
            assertThat(actual).as(path).isSameAs(MissingNode.getInstance());
        } else if (placeholder.startsWith("<gt:")) {
            assertThat(actual.isIntegralNumber())
                    .as("%s is whole: %s", path, actual)
                    .isTrue();
            assertThat(actual.longValue()).as(path).isGreaterThan(Long.parseLong(argument(placeholder)));
        } else if (placeholder.startsWith("<prefix:")) {
            assertThat(actual.textValue()).as(path).startsWith(argument(placeholder));
        } else {
            assertThat(placeholder).as("placeholder of %s", path).isEqualTo("<any>?");
        }
    }

    private static String argument(String placeholder) {
        return placeholder.substring(placeholder.indexOf(':') + 1, placeholder.length() - 1);
    }
}
