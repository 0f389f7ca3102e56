package io.mainswatch.cloud.runtime;

import io.mainswatch.cloud.settings.CloudSettings;
import io.mainswatch.settings.Settings;
import java.util.List;
import java.util.Properties;

/** Where the AWS components find AWS: at the stand-in that the settings name, or where the SDK's own settings say. */
final class AwsEndpoint {

    private static final List<String> COMPONENTS = List.of("aws2-iot", "aws2-iot-data", "aws2-ses");

    private AwsEndpoint() {}

    /** Camel's properties; an operator's {@code camel.component.aws2-*} keys of the same spelling win over them. */
    static Properties of(Settings settings) {
        Properties properties = new Properties();
        boolean standIn = settings.find(CloudSettings.AWS_ENDPOINT).isPresent();
        for (String component : COMPONENTS) {
            String prefix = "camel.component." + component + ".";
            properties.setProperty(prefix + "useDefaultCredentialsProvider", Boolean.toString(!standIn));
            if (standIn) {
                properties.setProperty(prefix + "overrideEndpoint", "true");
                properties.setProperty(prefix + "uriEndpointOverride", settings.text(CloudSettings.AWS_ENDPOINT));
                properties.setProperty(prefix + "region", "eu-west-1");
                properties.setProperty(prefix + "accessKey", "mainswatch");
                properties.setProperty(prefix + "secretKey", "mainswatch");
            }
        }
        return properties;
    }
}
