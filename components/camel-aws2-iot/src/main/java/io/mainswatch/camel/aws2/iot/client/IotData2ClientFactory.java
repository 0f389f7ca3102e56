package io.mainswatch.camel.aws2.iot.client;

import io.mainswatch.camel.aws2.iot.data.IotData2Configuration;
import org.apache.camel.component.aws.common.AwsClientBuilderUtil;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** Makes clients of the data plane. */
public final class IotData2ClientFactory {

    private IotData2ClientFactory() {}

    /** A client with the credentials, region, proxy and endpoint of the configuration; the caller closes it. */
    public static IotDataPlaneClient getIotDataPlaneClient(IotData2Configuration configuration) {
        return AwsClientBuilderUtil.buildClient(configuration, IotDataPlaneClient::builder);
    }
}
