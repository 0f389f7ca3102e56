package io.mainswatch.localaws.rules.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** From one type to another where an operator wants it (developer guide, "Data types", "Conversions"). */
final class Conversions {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,64}(\\.\\d{1,64})?([eE]-?\\d{1,3})?");

    private Conversions() {}

    static Optional<Boolean> toBoolean(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (value.isTextual() && value.textValue().equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        return value.isTextual() && value.textValue().equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    static Optional<BigDecimal> toDecimal(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return value.isTextual() && DECIMAL.matcher(value.textValue()).matches()
                ? Optional.of(new BigDecimal(value.textValue()))
                : Optional.empty();
    }

    /** Null and Undefined have no text. */
    static Optional<String> toText(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(value.isValueNode() ? value.asText() : value.toString());
    }
}
