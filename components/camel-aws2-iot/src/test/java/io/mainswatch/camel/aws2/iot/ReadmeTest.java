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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The page says of every option, header and operation what the generated description says, and its routes run. */
class ReadmeTest {

    private final String page = Readme.text();

    /**
     * Name, group, description, default and type of each, word for word, and none that there is not. An option of both
     * schemes stands there once, as of the one that has consumers too.
     */
    @Test
    void theOptionsAreThoseOfTheGeneratedDescriptions() {
        Map<String, String> expected = new LinkedHashMap<>();
        ComponentMetadata.models()
                .flatMap(ReadmeTest::options)
                .forEach(option -> expected.put(option.getName() + text(option), row(option)));

        assertThat(rows("(.*?)", 4)).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void theHeadersAreThoseOfTheGeneratedDescriptions() {
        assertThat(rows("Camel\\w+", 3))
                .containsExactlyInAnyOrderElementsOf(ComponentMetadata.models()
                        .flatMap(model -> model.getEndpointHeaders().stream())
                        .map(header -> "| *" + header.getName() + "* | " + header.getDescription() + " | "
                                + header.getShortJavaType())
                        .toList());
    }

    /** The rows of so many cells that begin with a name in bold. */
    private List<String> rows(String name, int cells) {
        return page.lines()
                .filter(line -> line.matches("\\| \\*" + name + "\\* .*"))
                .filter(line -> line.split("\\|", -1).length == cells + 1)
                .toList();
    }

    /** Those of the endpoint, and those that only the component has. */
    private static Stream<BaseOptionModel> options(ComponentModel model) {
        Set<String> ofEndpoint = model.getEndpointParameterOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        return Stream.concat(
                model.getEndpointParameterOptions().stream(),
                model.getComponentOptions().stream().filter(option -> !ofEndpoint.contains(option.getName())));
    }

    private static String row(BaseOptionModel option) {
        return "| *" + option.getName() + "* (" + option.getGroup() + ")" + text(option);
    }

    private static String text(BaseOptionModel option) {
        return " | " + (option.isAutowired() ? "*Autowired* " : "") + option.getDescription() + " | "
                + Objects.toString(option.getDefaultValue(), "") + " | "
                + (option.isMultiValue() ? "Map" : option.getShortJavaType());
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

    /** The examples in Java are those of a class that is compiled, and whose routes run at the {@link StandIn}. */
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
