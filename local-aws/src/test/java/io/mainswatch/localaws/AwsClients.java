package io.mainswatch.localaws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.ses.SesClient;

/** AWS's own clients, pointed at a stand-in as its users point them. */
public final class AwsClients {

    private static final StaticCredentialsProvider ANY_KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "key"));

    private AwsClients() {}

    public static IotClient iot(LocalAws aws) {
        return at(aws.httpEndpoint(), IotClient.builder()).build();
    }

    public static IotDataPlaneClient data(LocalAws aws) {
        return at(aws.httpEndpoint(), IotDataPlaneClient.builder()).build();
    }

    public static SesClient ses(LocalAws aws) {
        return ses(aws.httpEndpoint());
    }

    public static SesClient ses(URI endpoint) {
        return at(endpoint, SesClient.builder()).build();
    }

    /** For tests that want the first answer. */
    public static SesClient sesWithoutRetries(LocalAws aws) {
        return at(aws.httpEndpoint(), SesClient.builder())
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** For tests that want the first answer. */
    public static IotClient iotWithoutRetries(LocalAws aws) {
        return at(aws.httpEndpoint(), IotClient.builder())
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** For tests that want the first answer. */
    public static IotDataPlaneClient dataWithoutRetries(LocalAws aws) {
        return at(aws.httpEndpoint(), IotDataPlaneClient.builder())
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint).region(Region.EU_WEST_1).credentialsProvider(ANY_KEYS);
    }
}
