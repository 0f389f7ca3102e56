package io.mainswatch.routecheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;

/** Every file fits the YAML DSL's own JSON schema, so that it loads, and opens in Kaoto and Karavan. */
final class SchemaCheck implements RouteCheck {

    private static final String SCHEMA = "/schema/camelYamlDsl.json";

    private final JsonSchema schema = load();

    private static JsonSchema load() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(SCHEMA)) {
            SchemaValidatorsConfig pointers = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(in, pointers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stream<Finding> check(RouteSet routes) {
        return routes.files().stream().flatMap(file -> file.isKamelet() ? template(file) : whole(file));
    }

    private Stream<Finding> whole(RouteFile file) {
        if (!file.root().isArray()) {
            return Stream.of(new Finding(file.path(), 1, "must be a list: begin with \"- route:\"."));
        }
        return validate(file.root())
                .map(message -> file.at(message.getInstanceLocation().toString(), say(message)));
    }

    /** The schema speaks of route files; a Kamelet's template holds the same things as members of one object. */
    private Stream<Finding> template(RouteFile file) {
        JsonNode template = file.root().path("spec").path("template");
        return template.properties().stream()
                .filter(member -> member.getValue().isObject())
                .flatMap(member -> {
                    ArrayNode list = JsonNodeFactory.instance.arrayNode();
                    list.addObject().set(member.getKey(), member.getValue());
                    return validate(list)
                            .map(message -> file.at(
                                    "/spec/template"
                                            + message.getInstanceLocation()
                                                    .toString()
                                                    .replaceFirst("^/0", ""),
                                    say(message)));
                });
    }

    /** The deepest messages only: the schema complains of every parent of a wrong value too. */
    private Stream<ValidationMessage> validate(JsonNode list) {
        Set<ValidationMessage> all = schema.validate(list);
        return all.stream()
                .filter(message -> all.stream()
                        .noneMatch(other -> other.getInstanceLocation()
                                .toString()
                                .startsWith(message.getInstanceLocation() + "/")));
    }

    private static String say(ValidationMessage message) {
        return "does not fit the YAML DSL: "
                + message.getMessage().replaceFirst("^[^:]*: ", "")
                + " (at " + message.getInstanceLocation() + ").";
    }
}
