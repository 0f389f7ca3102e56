package io.mainswatch.cloud;

import io.mainswatch.settings.Settings;
import java.util.List;
import java.util.Properties;

/** Points the AWS components at a stand-in for AWS, if the settings name one. */
final class AwsEndpoint {

    private static final List<String> COMPONENTS = List.of("aws2-iot", "aws2-iot-data", "aws2-ses");

    private AwsEndpoint() {}

    /** Camel's properties for the stand-in; none without one, and the {@code camel.component.aws2-*} keys count. */
    static Properties of(Settings settings) {
        Properties properties = new Properties();
        settings.find(CloudSettings.AWS_ENDPOINT).ifPresent(url -> {
            for (String component : COMPONENTS) {
                String prefix = "camel.component." + component + ".";
                properties.setProperty(prefix + "overrideEndpoint", "true");
                properties.setProperty(prefix + "uriEndpointOverride", url);
                properties.setProperty(prefix + "region", "eu-west-1");
                properties.setProperty(prefix + "accessKey", "mainswatch");
                properties.setProperty(prefix + "secretKey", "mainswatch");
            }
        });
        return properties;
    }
}
