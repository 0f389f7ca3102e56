package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.data.IotData2Operations;
import io.mainswatch.camel.aws2.iot.plane.ComponentMetadata;
import io.mainswatch.camel.aws2.iot.plane.RecordedClient;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The page says of every option, header and operation what the generated description says, and its routes run. */
class ReadmeTest {

    private final String page = Readme.text();

    @ParameterizedTest
    @EnumSource
    void everyOptionAndHeaderIsDescribed(ComponentMetadata component) {
        ComponentModel model = component.model();

        assertThat(Stream.<BaseOptionModel>concat(
                                model.getEndpointParameterOptions().stream(), model.getEndpointHeaders().stream())
                        .filter(option -> !page.contains("| *" + option.getName() + "*")
                                || !page.contains(option.getDescription()))
                        .map(BaseOptionModel::getName))
                .isEmpty();
    }

    @Test
    void everyOperationIsListed() {
        List<String> operations = Stream.of(Iot2Operations.values(), IotData2Operations.values())
                .flatMap(Arrays::stream)
                .map(operation -> "\n| " + operation + " | ")
                .toList();

        assertThat(page).contains(operations);
    }

    static Stream<String> routes() {
        return Readme.routes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteStarts(String route) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("control", new RecordedClient<>(IotClient.class).client());
            context.getRegistry().bind("data", new RecordedClient<>(IotDataPlaneClient.class).client());

            Readme.load(route, context);
            context.start();

            assertThat(context.getRoutes()).hasSize(1);
        }
    }

    /** The examples in Java are those of a class that is compiled, and whose routes run in {@link LocalAwsTest}. */
    @Test
    void everyExampleInJavaIsCompiled() throws IOException {
        String compiled = Readme.withoutSpace(
                Files.readString(Path.of("src/test/java/io/mainswatch/camel/aws2/iot/ReadmeRoutes.java")));

        assertThat(Readme.blocks("java").map(Readme::withoutSpace)).hasSize(4).allMatch(compiled::contains);
    }

    static Stream<String> properties() {
        return Readme.blocks("properties");
    }

    /** Camel refuses to start with a property that a component does not have. */
    @ParameterizedTest
    @MethodSource("properties")
    void everyPropertyIsOneOfTheComponents(String properties) throws IOException {
        Main main = new Main();
        Properties loaded = new Properties();
        loaded.load(new StringReader(properties));
        main.setInitialProperties(loaded);
        try {
            main.start();

            assertThat(main.getCamelContext().isStarted()).isTrue();
        } finally {
            main.stop();
        }
    }
}
