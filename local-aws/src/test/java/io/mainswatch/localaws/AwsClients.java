package io.mainswatch.localaws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** AWS's own clients, pointed at a stand-in as its users point them. */
public final class AwsClients {

    private static final StaticCredentialsProvider ANY_KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "key"));

    private AwsClients() {}

    public static IotClient iot(LocalAws aws) {
        return iot(aws, ANY_KEYS);
    }

    public static IotClient iot(LocalAws aws, AwsCredentialsProvider keys) {
        return at(aws.httpEndpoint(), IotClient.builder(), keys).build();
    }

    public static IotDataPlaneClient data(LocalAws aws) {
        return data(aws, ANY_KEYS);
    }

    public static IotDataPlaneClient data(LocalAws aws, AwsCredentialsProvider keys) {
        return at(aws.httpEndpoint(), IotDataPlaneClient.builder(), keys).build();
    }

    public static SesClient ses(LocalAws aws) {
        return ses(aws, ANY_KEYS);
    }

    public static SesClient ses(URI endpoint) {
        return at(endpoint, SesClient.builder(), ANY_KEYS).build();
    }

    /** For tests that want the first answer. */
    public static SesClient sesWithoutRetries(LocalAws aws) {
        return withoutRetries(at(aws.httpEndpoint(), SesClient.builder(), ANY_KEYS))
                .build();
    }

    /** For tests that want the first answer. */
    public static IotClient iotWithoutRetries(LocalAws aws) {
        return withoutRetries(at(aws.httpEndpoint(), IotClient.builder(), ANY_KEYS))
                .build();
    }

    /** For tests that want the first answer. */
    public static IotDataPlaneClient dataWithoutRetries(LocalAws aws) {
        return withoutRetries(at(aws.httpEndpoint(), IotDataPlaneClient.builder(), ANY_KEYS))
                .build();
    }

    public static SesClient ses(LocalAws aws, AwsCredentialsProvider keys) {
        return at(aws.httpEndpoint(), SesClient.builder(), keys).build();
    }

    public static SqsClient sqs(LocalAws aws) {
        return sqs(aws.sqsEndpoint().orElseThrow());
    }

    public static SqsClient sqs(URI endpoint) {
        return at(endpoint, SqsClient.builder(), ANY_KEYS).build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B withoutRetries(B builder) {
        return builder.overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder, AwsCredentialsProvider keys) {
        return builder.endpointOverride(endpoint).region(Region.EU_WEST_1).credentialsProvider(keys);
    }
}
