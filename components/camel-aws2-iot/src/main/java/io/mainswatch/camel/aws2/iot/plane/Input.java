package io.mainswatch.camel.aws2.iot.plane;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.util.ObjectHelper;

/** Reads the parameters of a request from a message; a header wins over the option that stands in for it. */
public final class Input {

    private final Class<?> requestType;
    private final Message message;
    private final Map<String, Option> options;

    Input(Class<?> requestType, Message message, Map<String, Option> options) {
        this.requestType = requestType;
        this.message = message;
        this.options = options;
    }

    /** The message that asks for the operation. */
    public Message message() {
        return message;
    }

    /**
     * The value of a header or its option.
     *
     * @throws IllegalArgumentException when both are missing or empty, or the value is not of the type
     */
    public <V> V required(String header, Class<V> type) {
        return optional(header, type).orElseThrow(() -> missing("the header " + header + alternative(header)));
    }

    /**
     * The value of a header or its option, or empty when both are missing or empty.
     *
     * @throws IllegalArgumentException when the value is not of the type
     */
    public <V> Optional<V> optional(String header, Class<V> type) {
        Object value = message.getHeader(header);
        if (ObjectHelper.isEmpty(value) && options.containsKey(header)) {
            value = options.get(header).value();
        }
        return ObjectHelper.isEmpty(value) ? Optional.empty() : Optional.of(converted(header, value, type));
    }

    /**
     * The name in a header or its option.
     *
     * @throws IllegalArgumentException when both are missing or empty, or the name breaks the rule
     */
    public String required(String header, NameRule rule) {
        return rule.checked(source(header), required(header, String.class));
    }

    /**
     * The name in a header or its option, or empty when both are missing or empty.
     *
     * @throws IllegalArgumentException when the name breaks the rule
     */
    public Optional<String> optional(String header, NameRule rule) {
        return optional(header, String.class).map(name -> rule.checked(source(header), name));
    }

    /**
     * The names and values of a map in a header, as text; empty when it is missing or empty.
     *
     * @throws IllegalArgumentException when the header is not a map, or one of its values is null
     */
    public Optional<Map<String, String>> texts(String header) {
        return optional(header, Map.class).map(map -> texts(header, map));
    }

    private static Map<String, String> texts(String header, Map<?, ?> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value == null) {
                throw new IllegalArgumentException("The header " + header + " has no value for '" + name
                        + "': give it one, an empty text if that is meant");
            }
            texts.put(name.toString(), value.toString());
        });
        return texts;
    }

    /** What to throw when the message lacks something that the operation cannot do without. */
    public IllegalArgumentException missing(String what) {
        return new IllegalArgumentException("A " + requestType.getSimpleName() + " needs " + what
                + ", or set pojoRequest=true and send the request as body");
    }

    /** Where the value of a header comes from, to say so in a message. */
    private String source(String header) {
        return ObjectHelper.isEmpty(message.getHeader(header)) && options.containsKey(header)
                ? "The option " + options.get(header).name()
                : "The header " + header;
    }

    private String alternative(String header) {
        return options.containsKey(header)
                ? " or the option " + options.get(header).name()
                : "";
    }

    private <V> V converted(String header, Object value, Class<V> type) {
        try {
            return message.getExchange()
                    .getContext()
                    .getTypeConverter()
                    .mandatoryConvertTo(type, message.getExchange(), value);
        } catch (TypeConversionException | NoTypeConversionAvailableException e) {
            throw new IllegalArgumentException(
                    "The header " + header + " must be convertible to " + type.getSimpleName() + " but is '" + value
                            + "'",
                    e);
        }
    }
}
