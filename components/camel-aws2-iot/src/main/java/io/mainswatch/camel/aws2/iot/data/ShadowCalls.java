package io.mainswatch.camel.aws2.iot.data;

import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.PAGE_SIZE;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.SHADOW_NAME;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.THING_NAME;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.TIMESTAMP;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.DeleteThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingRequest;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingResponse;
import software.amazon.awssdk.services.iotdataplane.model.UpdateThingShadowRequest;

/**
 * Device shadows. Documents come back as {@code byte[]}, as the MQTT components deliver them: a route stays the same
 * when its source changes.
 */
final class ShadowCalls {

    static final Call<IotDataPlaneClient, ?, ?, ?> GET_THING_SHADOW = Call.of(
                    IotDataPlaneClient.class, GetThingShadowRequest::builder, IotDataPlaneClient::getThingShadow)
            .requires(THING_NAME, String.class, GetThingShadowRequest.Builder::thingName)
            .accepts(SHADOW_NAME, String.class, GetThingShadowRequest.Builder::shadowName)
            .answersWith((answer, message) -> ShadowDocument.put(answer.payload(), message));

    static final Call<IotDataPlaneClient, ?, ?, ?> UPDATE_THING_SHADOW = Call.of(
                    IotDataPlaneClient.class, UpdateThingShadowRequest::builder, IotDataPlaneClient::updateThingShadow)
            .requires(THING_NAME, String.class, UpdateThingShadowRequest.Builder::thingName)
            .accepts(SHADOW_NAME, String.class, UpdateThingShadowRequest.Builder::shadowName)
            .takes((input, request) -> request.payload(Payload.required(input)))
            .answersWith((answer, message) -> ShadowDocument.put(answer.payload(), message));

    static final Call<IotDataPlaneClient, ?, ?, ?> DELETE_THING_SHADOW = Call.of(
                    IotDataPlaneClient.class, DeleteThingShadowRequest::builder, IotDataPlaneClient::deleteThingShadow)
            .requires(THING_NAME, String.class, DeleteThingShadowRequest.Builder::thingName)
            .accepts(SHADOW_NAME, String.class, DeleteThingShadowRequest.Builder::shadowName)
            .answersWith((answer, message) -> ShadowDocument.put(answer.payload(), message));

    static final Call<IotDataPlaneClient, ?, ?, ?> LIST_NAMED_SHADOWS_FOR_THING = Call.of(
                    IotDataPlaneClient.class,
                    ListNamedShadowsForThingRequest::builder,
                    IotDataPlaneClient::listNamedShadowsForThing)
            .requires(THING_NAME, String.class, ListNamedShadowsForThingRequest.Builder::thingName)
            .accepts(PAGE_SIZE, Integer.class, ListNamedShadowsForThingRequest.Builder::pageSize)
            .accepts(NEXT_TOKEN, String.class, ListNamedShadowsForThingRequest.Builder::nextToken)
            .returnsBody(ListNamedShadowsForThingResponse::results)
            .returns(NEXT_TOKEN, ListNamedShadowsForThingResponse::nextToken)
            .returns(TIMESTAMP, ListNamedShadowsForThingResponse::timestamp);

    private ShadowCalls() {}
}
