package io.mainswatch.camel.aws2.iot.plane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;

/** The generated description of a scheme, as it lies in the jar. */
public enum ComponentMetadata {
    AWS2_IOT("aws2-iot", "META-INF/io/mainswatch/camel/aws2/iot/aws2-iot.json"),
    AWS2_IOT_DATA("aws2-iot-data", "META-INF/io/mainswatch/camel/aws2/iot/data/aws2-iot-data.json");

    private final String scheme;
    private final String resource;

    ComponentMetadata(String scheme, String resource) {
        this.scheme = scheme;
        this.resource = resource;
    }

    public String scheme() {
        return scheme;
    }

    /** Those of both schemes. */
    public static Stream<ComponentModel> models() {
        return Stream.of(values()).map(ComponentMetadata::model);
    }

    public ComponentModel model() {
        return JsonMapper.generateComponentModel(json());
    }

    public String json() {
        try (InputStream stream = getClass().getClassLoader().getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
