package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.suggest.CatalogSuggestionStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog, as tools and the check of routes use it, knows both schemes from their generated description. */
class CatalogTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    CatalogTest() {
        Stream.of(ComponentMetadata.values())
                .forEach(component -> catalog.addComponent(
                        component.scheme(), component.model().getJavaType(), component.json()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws2-iot:registry?operation=describeThing&region=eu-west-1&useDefaultCredentialsProvider=true",
                "aws2-iot:registry?operation=listThings&autoPaginate=true",
                "aws2-iot-data:shadows?operation=updateThingShadow&thingName=lamp&qos=0&iotDataPlaneClient=#client",
                "aws2-iot-data:shadows?operation=getThingShadow&ifAbsent=empty",
                "aws2-iot-data:shadows?thingName=lamp&initialState=skip&pollDelay=5000&backoffMultiplier=6"
            })
    void endpointsAreValid(String uri) {
        assertThat(catalog.validateEndpointProperties(uri).isSuccess()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws2-iot:registry?opration=describeThing", "aws2-iot-data:shadows?opration=publish"})
    void aMisspeltOptionIsNamed(String uri) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getUnknown()).containsExactly("opration");
    }

    /** What a person sees in whatever checks routes with the catalog; the page shows it. */
    @Test
    void thePageShowsWhatTheCatalogSaysOfMistakes() {
        catalog.setSuggestionStrategy(new CatalogSuggestionStrategy());

        String transcript = Stream.of(
                        "aws2-iot:registry?operation=listThings&autoPaginat=true",
                        "aws2-iot-data:shadows?thingNam=lamp&pollDelay=5000",
                        "aws2-iot-data:shadows?operation=getThingShadow&ifAbsent=null&qos=2")
                .map(uri -> "> " + uri + "\n"
                        + complaints(catalog.validateEndpointProperties(uri).summaryErrorMessage(false)))
                .collect(Collectors.joining("\n"));

        assertThat(page()).contains("----\n" + transcript + "\n----");
    }

    /** Without the scheme, which heads the summary, and its empty lines. */
    private static String complaints(String summary) {
        return summary.lines()
                .map(String::strip)
                .filter(line -> line.contains(" "))
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("README.adoc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOperationThatDoesNotExistIsNamed() {
        EndpointValidationResult result =
                catalog.validateEndpointProperties("aws2-iot:registry?operation=describeThng");

        assertThat(result.getInvalidEnum()).containsEntry("operation", "describeThng");
    }
}
