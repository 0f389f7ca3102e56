package io.mainswatch.camel.aws2.iot.data;

import org.apache.camel.spi.Metadata;

/** The headers of the data plane. */
public interface IotData2Constants {

    @Metadata(
            description = "The operation we want to perform",
            javaType = "io.mainswatch.camel.aws2.iot.data.IotData2Operations")
    String OPERATION = "CamelAws2IotDataOperation";

    @Metadata(
            description =
                    "The name of the thing; 1 to 128 of the characters a-z, A-Z, 0-9, colon, underscore and hyphen",
            javaType = "String")
    String THING_NAME = "CamelAws2IotDataThingName";

    @Metadata(description = "The name of the shadow; the classic shadow when absent", javaType = "String")
    String SHADOW_NAME = "CamelAws2IotDataShadowName";

    @Metadata(
            description =
                    "updateThingShadow: the version that the shadow must have, or the operation fails with a ConflictException",
            javaType = "Long")
    String EXPECTED_VERSION = "CamelAws2IotDataExpectedVersion";

    @Metadata(
            description =
                    "The topic to publish to or whose retained message to get; after getRetainedMessage the topic of the message",
            javaType = "String")
    String TOPIC = "CamelAws2IotDataTopic";

    @Metadata(
            description = "The quality of service, 0 or 1; after getRetainedMessage that of the message",
            javaType = "Integer")
    String QOS = "CamelAws2IotDataQos";

    @Metadata(description = "Whether AWS keeps the published message for later subscribers", javaType = "Boolean")
    String RETAIN = "CamelAws2IotDataRetain";

    @Metadata(description = "The MQTT client that deleteConnection disconnects", javaType = "String")
    String CLIENT_ID = "CamelAws2IotDataClientId";

    @Metadata(
            description = "Whether deleteConnection also ends the session of the client; AWS keeps it when absent",
            javaType = "Boolean")
    String CLEAN_SESSION = "CamelAws2IotDataCleanSession";

    @Metadata(
            description =
                    "Whether deleteConnection keeps the will of the client from being published; AWS publishes it when absent",
            javaType = "Boolean")
    String PREVENT_WILL_MESSAGE = "CamelAws2IotDataPreventWillMessage";

    @Metadata(description = "The maximum number of items in a page of a list operation", javaType = "Integer")
    String PAGE_SIZE = "CamelAws2IotDataPageSize";

    @Metadata(
            description =
                    "The token of the page to get; after a list operation the token of the next page, and absent after the last page",
            javaType = "String")
    String NEXT_TOKEN = "CamelAws2IotDataNextToken";

    // Response

    @Metadata(description = "The version of the shadow, read from the document", javaType = "Long")
    String VERSION = "CamelAws2IotDataVersion";

    @Metadata(
            description =
                    "True when there is no such shadow: after getThingShadow with ifAbsent=empty, and from a consumer when the shadow was deleted; not set otherwise",
            javaType = "Boolean")
    String ABSENT = "CamelAws2IotDataAbsent";

    @Metadata(description = "When AWS answered, in seconds since 1970", javaType = "Long")
    String TIMESTAMP = "CamelAws2IotDataTimestamp";

    @Metadata(description = "The client token that the document carries, if any", javaType = "String")
    String CLIENT_TOKEN = "CamelAws2IotDataClientToken";

    @Metadata(description = "When the retained message was stored, in milliseconds since 1970", javaType = "Long")
    String LAST_MODIFIED_TIME = "CamelAws2IotDataLastModifiedTime";
}
