package io.mainswatch.camel.aws2.iot.client;

import io.mainswatch.camel.aws2.iot.Iot2Configuration;
import org.apache.camel.component.aws.common.AwsClientBuilderUtil;
import software.amazon.awssdk.services.iot.IotClient;

/** Makes clients of the control plane. */
public final class Iot2ClientFactory {

    private Iot2ClientFactory() {}

    /** A client with the credentials, region, proxy and endpoint of the configuration; the caller closes it. */
    public static IotClient getIotClient(Iot2Configuration configuration) {
        return AwsClientBuilderUtil.buildClient(configuration, IotClient::builder);
    }
}
