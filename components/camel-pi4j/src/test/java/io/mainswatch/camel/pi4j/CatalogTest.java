package io.mainswatch.camel.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.suggest.CatalogSuggestionStrategy;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;

/** Camel's catalog, fed with the generated description, as editors and build checks use it. */
class CatalogTest {

    private static final String MISSPELT = "pi4j-gpio:4?debuonce=200&pull=sideways";

    private final CamelCatalog catalog = catalog();

    @Test
    void aRightEndpointIsValid() {
        EndpointValidationResult right = catalog.validateEndpointProperties(
                "pi4j-gpio:4?debounce=200&hold=2s&pull=up&edge=falling&rereadPeriod=60000");

        assertThat(right.isSuccess()).as(right.summaryErrorMessage(true)).isTrue();
    }

    @Test
    void aMisspeltOptionAndAnImpossibleValueAreNamed() {
        EndpointValidationResult wrong = catalog.validateEndpointProperties(MISSPELT);

        assertThat(wrong.isSuccess()).isFalse();
        assertThat(wrong.getUnknown()).containsExactly("debuonce");
        assertThat(wrong.getUnknownSuggestions().get("debuonce")).contains("debounce");
        assertThat(wrong.getInvalidEnum()).isEqualTo(Map.of("pull", "sideways"));
        assertThat(wrong.getEnumChoices("pull")).containsExactly("off", "up", "down");
    }

    @Test
    void anOptionOfTheOtherRoleIsNamed() {
        EndpointValidationResult wrong =
                catalog.validateEndpointProperties("pi4j-gpio:4?pulseTime=100", false, true, false);

        assertThat(wrong.getNotConsumerOnly()).containsExactly("pulseTime");
    }

    @Test
    void theTranscriptInTheManualIsWhatTheCatalogSays() throws IOException {
        String said = catalog.validateEndpointProperties(MISSPELT).summaryErrorMessage(false);
        String manual = Files.readString(Path.of("README.adoc"));

        assertThat(manual).containsSubsequence(said.strip().split("\\s*\n\\s*"));
    }

    @Test
    void theSchemeIsFoundAmongThoseForThings() {
        ComponentModel model = catalog.componentModel("pi4j-gpio");

        assertThat(model.getLabel()).isEqualTo("iot");
        assertThat(model.isRemote()).isFalse();
        assertThat(model.getArtifactId()).isEqualTo("camel-pi4j");
    }

    /** A catalog that knows the scheme. */
    static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.setSuggestionStrategy(new CatalogSuggestionStrategy());
        catalog.addComponent("pi4j-gpio", Pi4jGpioComponent.class.getName(), descriptor());
        return catalog;
    }

    private static String descriptor() {
        try (InputStream json =
                Pi4jGpioComponent.class.getResourceAsStream("/META-INF/io/mainswatch/camel/pi4j/pi4j-gpio.json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
