package io.mainswatch.localaws.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values that came with an order, read by the parameters of its kind. */
final class Values {

    private final ObjectNode body;

    /** @throws BadOrder if there is a value that none of the parameters is for */
    Values(ObjectNode body, List<Parameter<?>> parameters) {
        this.body = body;
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                String known = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
                throw new BadOrder(name, body.get(name).asText(), "is not a parameter of this fault; use " + known);
            }
        }
    }

    /** The value, or what counts if it was left out; empty if nothing does. */
    <T> Optional<T> find(Parameter<T> parameter) {
        JsonNode value = body.get(parameter.name());
        if (value == null || value.isNull()) {
            return Optional.ofNullable(parameter.fallback()).map(parameter::read);
        }
        return Optional.of(parameter.read(value.isValueNode() ? value.asText() : value.toString()));
    }

    /** The value of a parameter for which something always counts. */
    <T> T get(Parameter<T> parameter) {
        return find(parameter).orElseThrow();
    }
}
