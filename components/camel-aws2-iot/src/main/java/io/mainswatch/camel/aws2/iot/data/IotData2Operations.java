package io.mainswatch.camel.aws2.iot.data;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** The operations of the data plane; each has the name that the AWS API gives it. */
public enum IotData2Operations {
    // Shadows
    getThingShadow(ShadowCalls.GET_THING_SHADOW),
    updateThingShadow(ShadowCalls.UPDATE_THING_SHADOW),
    deleteThingShadow(ShadowCalls.DELETE_THING_SHADOW),
    listNamedShadowsForThing(ShadowCalls.LIST_NAMED_SHADOWS_FOR_THING),
    // Messages
    publish(MessageCalls.PUBLISH),
    getRetainedMessage(MessageCalls.GET_RETAINED_MESSAGE),
    listRetainedMessages(MessageCalls.LIST_RETAINED_MESSAGES),
    deleteConnection(MessageCalls.DELETE_CONNECTION);

    private final Call<IotDataPlaneClient, ?, ?, ?> call;

    IotData2Operations(Call<IotDataPlaneClient, ?, ?, ?> call) {
        this.call = call;
    }

    Call<IotDataPlaneClient, ?, ?, ?> call() {
        return call;
    }
}
