package io.mainswatch.camel.aws2.iot.data;

import static io.mainswatch.camel.aws2.iot.data.IotData2Operations.listNamedShadowsForThing;
import static io.mainswatch.camel.aws2.iot.data.IotData2Operations.listRetainedMessages;

import io.mainswatch.camel.aws2.iot.plane.PagesTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingResponse;
import software.amazon.awssdk.services.iotdataplane.model.ListRetainedMessagesResponse;
import software.amazon.awssdk.services.iotdataplane.model.RetainedMessageSummary;

class IotData2PagesTest extends PagesTable<IotDataPlaneClient> {

    IotData2PagesTest() {
        super(IotDataPlaneClient.class, "aws2-iot-data:test", IotData2Constants.NEXT_TOKEN);
    }

    @Override
    protected List<IotData2Operations> operations() {
        return List.of(IotData2Operations.values());
    }

    @Override
    protected Stream<ListCase> lists() {
        return Stream.of(
                new ListCase(
                        listNamedShadowsForThing,
                        Map.of(IotData2Constants.THING_NAME, "lamp"),
                        (name, next) -> ListNamedShadowsForThingResponse.builder()
                                .results(name)
                                .nextToken(next)
                                .build(),
                        name -> name),
                new ListCase(
                        listRetainedMessages,
                        Map.of(),
                        (name, next) -> ListRetainedMessagesResponse.builder()
                                .retainedTopics(summary(name))
                                .nextToken(next)
                                .build(),
                        IotData2PagesTest::summary));
    }

    private static RetainedMessageSummary summary(String topic) {
        return RetainedMessageSummary.builder().topic(topic).build();
    }
}
