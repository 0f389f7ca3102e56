package io.mainswatch.camel.aws2.iot.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.Iot2Configuration;
import io.mainswatch.camel.aws2.iot.data.IfAbsent;
import io.mainswatch.camel.aws2.iot.data.InitialState;
import io.mainswatch.camel.aws2.iot.data.IotData2Configuration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.Protocol;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

class ConfigurationTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void nothingIsSetUnlessSaid() {
        assertThat(optionsOf(new Iot2Configuration())).isEqualTo(commonDefaults());

        Map<String, Object> data = commonDefaults();
        data.put("qos", 1);
        data.put("retain", false);
        data.put("ifAbsent", IfAbsent.fail);
        data.put("initialState", InitialState.emit);
        assertThat(optionsOf(new IotData2Configuration())).isEqualTo(data);
    }

    @Test
    void everyOptionOfTheControlPlaneReachesTheConfiguration() {
        IotClient client = new RecordedClient<>(IotClient.class).client();
        Map<String, String> options = commonOptions();
        options.put("iotClient", "#client");
        options.put("operation", "describeThing");

        assertEveryOptionMapped(ComponentMetadata.AWS2_IOT, options, client);
    }

    @Test
    void everyOptionOfTheDataPlaneReachesTheConfiguration() {
        IotDataPlaneClient client = new RecordedClient<>(IotDataPlaneClient.class).client();
        Map<String, String> options = commonOptions();
        options.put("iotDataPlaneClient", "#client");
        options.put("operation", "updateThingShadow");
        options.put("thingName", "lamp");
        options.put("shadowName", "light");
        options.put("topic", "home/lamp");
        options.put("qos", "0");
        options.put("retain", "true");
        options.put("ifAbsent", "empty");
        options.put("version", "7");
        options.put("initialState", "skip");
        options.put("healthCheckThingName", "probe");

        assertEveryOptionMapped(ComponentMetadata.AWS2_IOT_DATA, options, client);
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreMarkedSoThatToolsHideThem(ComponentMetadata component) {
        assertThat(component.model().getEndpointOptions().stream()
                        .filter(EndpointOptionModel::isSecret)
                        .map(EndpointOptionModel::getName))
                .containsExactlyInAnyOrder("accessKey", "secretKey", "sessionToken");
    }

    private void assertEveryOptionMapped(ComponentMetadata component, Map<String, String> options, Object client) {
        assertThat(options.keySet())
                .as("the options of the test are those of the component")
                .isEqualTo(component.model().getEndpointParameterOptions().stream()
                        .filter(option -> option.getConfigurationField() != null)
                        .map(EndpointOptionModel::getName)
                        .collect(Collectors.toSet()));
        context.getRegistry().bind("client", client);
        String query = options.entrySet().stream().map(Object::toString).collect(Collectors.joining("&"));

        PlaneEndpoint<?> endpoint = context.getEndpoint(component.scheme() + ":here?" + query, PlaneEndpoint.class);

        Map<String, Object> mapped = optionsOf(endpoint.getConfiguration());
        assertThat(mapped.remove("label")).isEqualTo("here");
        Map<String, String> texts = new HashMap<>();
        mapped.forEach((name, value) -> texts.put(name, value == client ? "#client" : value.toString()));
        assertThat(texts).isEqualTo(options);
    }

    private static Map<String, Object> commonDefaults() {
        Map<String, Object> defaults = new TreeMap<>();
        defaults.put("autoPaginate", false);
        defaults.put("overrideEndpoint", false);
        defaults.put("pojoRequest", false);
        defaults.put("proxyProtocol", Protocol.HTTPS);
        defaults.put("trustAllCertificates", false);
        defaults.put("useDefaultCredentialsProvider", false);
        defaults.put("useProfileCredentialsProvider", false);
        defaults.put("useSessionCredentials", false);
        return defaults;
    }

    /** Each with a value that is not its default. */
    private static Map<String, String> commonOptions() {
        Map<String, String> options = new HashMap<>();
        options.put("accessKey", "key");
        options.put("secretKey", "secret");
        options.put("sessionToken", "token");
        options.put("useDefaultCredentialsProvider", "true");
        options.put("useProfileCredentialsProvider", "true");
        options.put("useSessionCredentials", "true");
        options.put("profileCredentialsName", "field-office");
        options.put("trustAllCertificates", "true");
        options.put("proxyProtocol", "http");
        options.put("proxyHost", "proxy.example");
        options.put("proxyPort", "3128");
        options.put("region", "eu-west-1");
        options.put("pojoRequest", "true");
        options.put("autoPaginate", "true");
        options.put("overrideEndpoint", "true");
        options.put("uriEndpointOverride", "http://127.0.0.1:4566");
        return options;
    }

    /** The properties that have a value. */
    private Map<String, Object> optionsOf(PlaneConfiguration configuration) {
        Map<String, Object> properties = new TreeMap<>();
        PluginHelper.getBeanIntrospection(context).getProperties(configuration, properties, null, false);
        return properties;
    }
}
