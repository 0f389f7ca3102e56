package io.mainswatch.cloud.runtime;

import io.mainswatch.settings.Settings;
import java.util.Properties;
import org.apache.camel.main.Main;

/** Makes Camel ready for beans: with the settings as placeholders and one of the property files beside this class. */
public final class CamelFactory {

    /**
     * The AWS SDK would repeat failed calls by itself, silently: a mail that SES took although its answer was lost would go
     * out again. The inbox and the outbox repeat instead, with memory.
     */
    private static final String ATTEMPTS = "aws.maxAttempts";

    private CamelFactory() {}

    /**
     * Camel for the program, not started.
     *
     * @param propertyFile how Camel runs: {@code server.properties} or {@code command.properties}
     */
    public static Main create(Settings settings, String propertyFile) {
        if (System.getProperty(ATTEMPTS) == null) {
            System.setProperty(ATTEMPTS, "1");
        }
        Properties properties = AwsEndpoint.of(settings);
        properties.putAll(settings.asProperties());
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:io/mainswatch/cloud/runtime/" + propertyFile);
        main.setOverrideProperties(properties);
        return main;
    }
}
