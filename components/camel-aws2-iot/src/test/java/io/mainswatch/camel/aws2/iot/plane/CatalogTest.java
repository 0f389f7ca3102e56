package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
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
                "aws2-iot-data:shadows?operation=updateThingShadow&thingName=lamp&qos=0&iotDataPlaneClient=#client"
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

    @Test
    void anOperationThatDoesNotExistIsNamed() {
        EndpointValidationResult result =
                catalog.validateEndpointProperties("aws2-iot:registry?operation=describeThng");

        assertThat(result.getInvalidEnum()).containsEntry("operation", "describeThng");
    }
}
