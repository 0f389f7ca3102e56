package io.mainswatch.localaws.identity.policy;

import io.mainswatch.localaws.glob.Glob;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of a {@code Condition}: it holds if the key's value fits one of the values. A key or a variable without a
 * value makes it not hold.
 */
record Condition(Operator operator, Variable key, List<TextPattern> values) {

    enum Operator {
        BOOL("Bool"),
        STRING_EQUALS("StringEquals"),
        STRING_LIKE("StringLike");

        private final String name;

        Operator(String name) {
            this.name = name;
        }

        static Optional<Operator> of(String name) {
            return Arrays.stream(values())
                    .filter(operator -> operator.name.equals(name))
                    .findFirst();
        }

        static String known() {
            return Arrays.stream(values()).map(operator -> operator.name).collect(Collectors.joining(", "));
        }
    }

    boolean holds(Facts facts) {
        Optional<String> actual = facts.value(key);
        return actual.isPresent()
                && values.stream()
                        .flatMap(value -> value.resolve(facts).stream())
                        .anyMatch(value -> fits(value, actual.get()));
    }

    private boolean fits(Glob value, String actual) {
        return switch (operator) {
            case BOOL -> value.written().equalsIgnoreCase(actual);
            case STRING_EQUALS -> value.written().equals(actual);
            case STRING_LIKE -> value.matches(actual);
        };
    }
}
