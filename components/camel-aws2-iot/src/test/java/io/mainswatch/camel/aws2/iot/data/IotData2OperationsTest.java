package io.mainswatch.camel.aws2.iot.data;

import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.*;
import static io.mainswatch.camel.aws2.iot.data.IotData2Operations.*;

import io.mainswatch.camel.aws2.iot.plane.OperationCase;
import io.mainswatch.camel.aws2.iot.plane.OperationTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.*;

class IotData2OperationsTest extends OperationTable<IotDataPlaneClient> {

    private static final String REPORT = "{\"state\":{\"reported\":{\"status\":\"off\"}},\"clientToken\":\"t-1\"}";
    private static final String DOCUMENT = "{\"state\":{\"reported\":{\"status\":\"off\"}},\"version\":7,"
            + "\"timestamp\":1763905623,\"clientToken\":\"t-1\"}";

    IotData2OperationsTest() {
        super(IotDataPlaneClient.class, "aws2-iot-data:test", OPERATION);
    }

    @Override
    protected List<IotData2Operations> operations() {
        return List.of(IotData2Operations.values());
    }

    @Override
    protected Stream<OperationCase> cases() {
        return Stream.of(
                OperationCase.of(
                                getThingShadow,
                                GetThingShadowRequest.builder()
                                        .thingName("lamp")
                                        .shadowName("light")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .accepts(SHADOW_NAME, "light")
                        .answeredBy(GetThingShadowResponse.builder()
                                .payload(sdkBytes(DOCUMENT))
                                .build())
                        .returns(VERSION, 7L)
                        .returns(TIMESTAMP, 1763905623L)
                        .returnsBody(bytes(DOCUMENT)),
                OperationCase.of(
                                updateThingShadow,
                                UpdateThingShadowRequest.builder()
                                        .thingName("lamp")
                                        .shadowName("light")
                                        .payload(sdkBytes("{\"version\":6," + REPORT.substring(1)))
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .accepts(SHADOW_NAME, "light")
                        .accepts(EXPECTED_VERSION, 6)
                        .sends(REPORT)
                        .answeredBy(UpdateThingShadowResponse.builder()
                                .payload(sdkBytes(DOCUMENT))
                                .build())
                        .returns(VERSION, 7L)
                        .returns(TIMESTAMP, 1763905623L)
                        .returns(CLIENT_TOKEN, "t-1")
                        .returnsBody(bytes(DOCUMENT)),
                OperationCase.of(
                                deleteThingShadow,
                                DeleteThingShadowRequest.builder()
                                        .thingName("lamp")
                                        .shadowName("light")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .accepts(SHADOW_NAME, "light")
                        .answeredBy(DeleteThingShadowResponse.builder()
                                .payload(sdkBytes("{\"version\":8,\"timestamp\":1763905624}"))
                                .build())
                        .returns(VERSION, 8L)
                        .returnsBody(bytes("{\"version\":8,\"timestamp\":1763905624}")),
                OperationCase.of(
                                listNamedShadowsForThing,
                                ListNamedShadowsForThingRequest.builder()
                                        .thingName("lamp")
                                        .pageSize(5)
                                        .nextToken("page-1")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .paged(PAGE_SIZE, NEXT_TOKEN)
                        .answeredBy(ListNamedShadowsForThingResponse.builder()
                                .results("light", "door")
                                .nextToken("page-2")
                                .timestamp(1763905623L)
                                .build())
                        .returns(TIMESTAMP, 1763905623L)
                        .returnsBody(List.of("light", "door")),
                OperationCase.of(
                                publish,
                                PublishRequest.builder()
                                        .topic("home/lamp")
                                        .qos(0)
                                        .retain(true)
                                        .payload(sdkBytes("on"))
                                        .build())
                        .requires(TOPIC, "home/lamp")
                        .accepts(QOS, "0")
                        .accepts(RETAIN, "true")
                        .sends("on")
                        .returnsBody("on"),
                OperationCase.of(
                                getRetainedMessage,
                                GetRetainedMessageRequest.builder()
                                        .topic("home/lamp")
                                        .build())
                        .requires(TOPIC, "home/lamp")
                        .answeredBy(GetRetainedMessageResponse.builder()
                                .topic("home/lamp")
                                .payload(sdkBytes("on"))
                                .qos(0)
                                .lastModifiedTime(1763905623120L)
                                .build())
                        .returns(TOPIC, "home/lamp")
                        .returns(QOS, 0)
                        .returns(LAST_MODIFIED_TIME, 1763905623120L)
                        .returnsBody(bytes("on")),
                OperationCase.of(
                                listRetainedMessages,
                                ListRetainedMessagesRequest.builder()
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .paged(PAGE_SIZE, NEXT_TOKEN)
                        .answeredBy(ListRetainedMessagesResponse.builder()
                                .retainedTopics(summary())
                                .nextToken("page-2")
                                .build())
                        .returnsBody(List.of(summary())),
                OperationCase.of(
                                deleteConnection,
                                DeleteConnectionRequest.builder()
                                        .clientId("lamp")
                                        .cleanSession(true)
                                        .preventWillMessage(true)
                                        .build())
                        .requires(CLIENT_ID, "lamp")
                        .accepts(CLEAN_SESSION, true)
                        .accepts(PREVENT_WILL_MESSAGE, true));
    }

    private static RetainedMessageSummary summary() {
        return RetainedMessageSummary.builder()
                .topic("home/lamp")
                .payloadSize(2L)
                .qos(0)
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SdkBytes sdkBytes(String text) {
        return SdkBytes.fromUtf8String(text);
    }
}
