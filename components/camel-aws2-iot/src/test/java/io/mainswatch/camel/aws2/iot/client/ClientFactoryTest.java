package io.mainswatch.camel.aws2.iot.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.camel.aws2.iot.Iot2Configuration;
import io.mainswatch.camel.aws2.iot.data.IotData2Configuration;
import io.mainswatch.camel.aws2.iot.plane.PlaneConfiguration;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

class ClientFactoryTest {

    @Test
    void controlPlaneClientsHaveRegionEndpointAndKeys() {
        Iot2Configuration configuration = withKeys(new Iot2Configuration());
        overrideEndpoint(configuration);

        try (IotClient client = Iot2ClientFactory.getIotClient(configuration)) {
            assertOverridden(client.serviceClientConfiguration());
        }
    }

    @Test
    void dataPlaneClientsHaveRegionEndpointAndKeys() {
        IotData2Configuration configuration = withKeys(new IotData2Configuration());
        overrideEndpoint(configuration);

        try (IotDataPlaneClient client = IotData2ClientFactory.getIotDataPlaneClient(configuration)) {
            assertOverridden(client.serviceClientConfiguration());
        }
    }

    @Test
    void anEndpointAloneDoesNotOverrideAnything() {
        Iot2Configuration configuration = withKeys(new Iot2Configuration());
        configuration.setUriEndpointOverride("http://127.0.0.1:4566");

        try (IotClient client = Iot2ClientFactory.getIotClient(configuration)) {
            assertThat(client.serviceClientConfiguration().endpointOverride()).isEmpty();
        }
    }

    @Test
    void sessionCredentialsCarryTheToken() {
        Iot2Configuration configuration = withKeys(new Iot2Configuration());
        configuration.setUseSessionCredentials(true);
        configuration.setSessionToken("token");

        try (IotClient client = Iot2ClientFactory.getIotClient(configuration)) {
            assertThat(credentials(client.serviceClientConfiguration()))
                    .isEqualTo(AwsSessionCredentials.create("key", "secret", "token"));
        }
    }

    @Test
    void theSdksOwnProvidersAreUsedWhenAskedFor() {
        Iot2Configuration configuration = new Iot2Configuration();
        configuration.setRegion("eu-west-1");
        configuration.setUseDefaultCredentialsProvider(true);
        try (IotClient client = Iot2ClientFactory.getIotClient(configuration)) {
            assertThat(client.serviceClientConfiguration().credentialsProvider())
                    .isInstanceOf(DefaultCredentialsProvider.class);
        }

        configuration.setUseDefaultCredentialsProvider(false);
        configuration.setUseProfileCredentialsProvider(true);
        configuration.setProfileCredentialsName("field-office");
        try (IotClient client = Iot2ClientFactory.getIotClient(configuration)) {
            assertThat(client.serviceClientConfiguration().credentialsProvider())
                    .isInstanceOf(ProfileCredentialsProvider.class)
                    .hasToString("ProfileCredentialsProvider(profileName=field-office)");
        }
    }

    private static <T extends PlaneConfiguration> T withKeys(T configuration) {
        configuration.setRegion("eu-west-1");
        configuration.setAccessKey("key");
        configuration.setSecretKey("secret");
        return configuration;
    }

    private static void overrideEndpoint(PlaneConfiguration configuration) {
        configuration.setOverrideEndpoint(true);
        configuration.setUriEndpointOverride("http://127.0.0.1:4566");
    }

    private static void assertOverridden(AwsServiceClientConfiguration client) {
        assertThat(client.region()).isEqualTo(Region.EU_WEST_1);
        assertThat(client.endpointOverride()).contains(URI.create("http://127.0.0.1:4566"));
        assertThat(credentials(client)).isEqualTo(AwsBasicCredentials.create("key", "secret"));
    }

    private static AwsCredentialsIdentity credentials(AwsServiceClientConfiguration client) {
        return client.credentialsProvider().resolveIdentity().join();
    }
}
