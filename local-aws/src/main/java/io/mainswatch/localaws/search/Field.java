package io.mainswatch.localaws.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.presence.Connectivity;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A field of the index.
 *
 * @param values what a thing has there: none, one, or several
 */
record Field(Function<IndexedThing, Stream<String>> values) {

    private static final String ATTRIBUTES = "attributes.";
    private static final String SHADOW = "shadow.";

    /** The field of that name, or empty if the index has none. */
    static Optional<Field> named(String name) {
        return switch (name) {
            case "thingName" -> registry(thing -> thing.thing().name());
            case "thingId" -> registry(thing -> thing.thing().id());
            case "thingTypeName" -> registry(thing -> thing.thing().type());
            case "thingGroupNames" -> Optional.of(new Field(thing -> thing.groups().stream()));
            case "connectivity.connected" ->
                registry(thing -> String.valueOf(
                        thing.connectivity().filter(Connectivity::connected).isPresent()));
            case "connectivity.timestamp" ->
                connectivity(last -> String.valueOf(last.at().toEpochMilli()));
            case "connectivity.disconnectReason" ->
                connectivity(last -> last.reason().map(Enum::name).orElse(null));
            default -> nested(name);
        };
    }

    private static Optional<Field> nested(String name) {
        if (name.startsWith(ATTRIBUTES)) {
            String attribute = name.substring(ATTRIBUTES.length());
            return registry(thing -> thing.thing().attributes().get(attribute));
        }
        boolean inShadow = name.equals("shadow.hasDelta")
                || name.equals("shadow.version")
                || name.startsWith("shadow.desired.")
                || name.startsWith("shadow.reported.")
                || name.startsWith("shadow.metadata.");
        return inShadow ? Optional.of(shadow(name.substring(SHADOW.length()).split("\\."))) : Optional.empty();
    }

    private static Optional<Field> registry(Function<IndexedThing, String> value) {
        return Optional.of(new Field(thing -> Stream.ofNullable(value.apply(thing))));
    }

    private static Optional<Field> connectivity(Function<Connectivity, String> value) {
        return Optional.of(new Field(thing -> thing.connectivity().map(value).stream()));
    }

    private static Field shadow(String... path) {
        return new Field(thing -> thing.shadow().stream().flatMap(shadow -> {
            JsonNode node = shadow;
            for (String member : path) {
                node = node.path(member);
            }
            return leaves(node);
        }));
    }

    /** A list has the values of its elements; an object has none, as its members are fields of their own. */
    private static Stream<String> leaves(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(Field::leaves);
        }
        return node.isValueNode() && !node.isNull() ? Stream.of(node.asText()) : Stream.empty();
    }
}
