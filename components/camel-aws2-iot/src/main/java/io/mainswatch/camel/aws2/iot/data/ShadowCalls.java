package io.mainswatch.camel.aws2.iot.data;

import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.PAGE_SIZE;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.SHADOW_NAME;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.THING_NAME;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.TIMESTAMP;

import io.mainswatch.camel.aws2.iot.plane.Call;
import io.mainswatch.camel.aws2.iot.plane.NameRule;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.DeleteThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingRequest;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingResponse;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.UpdateThingShadowRequest;

/**
 * Device shadows. Documents come back as {@code byte[]}, as the MQTT components deliver them: a route stays the same
 * when its source changes.
 */
final class ShadowCalls {

    static final Call<IotDataPlaneClient, ?, ?, ?> GET_THING_SHADOW = Call.of(
                    IotDataPlaneClient.class, GetThingShadowRequest::builder, IotDataPlaneClient::getThingShadow)
            .requires(THING_NAME, NameRule.THING_NAME, GetThingShadowRequest.Builder::thingName)
            .accepts(SHADOW_NAME, NameRule.SHADOW_NAME, GetThingShadowRequest.Builder::shadowName)
            .answersWith((answer, message) -> ShadowDocument.put(answer.payload(), message));

    /** Only the error that says so counts as absence: a 404 of any other kind is that of a wrong endpoint. */
    static final Call<IotDataPlaneClient, ?, ?, ?> GET_THING_SHADOW_IF_ANY =
            GET_THING_SHADOW.unless(ResourceNotFoundException.class, ShadowDocument::putAbsence);

    static final Call<IotDataPlaneClient, ?, ?, ?> UPDATE_THING_SHADOW = Call.of(
                    IotDataPlaneClient.class, UpdateThingShadowRequest::builder, IotDataPlaneClient::updateThingShadow)
            .requires(THING_NAME, NameRule.THING_NAME, UpdateThingShadowRequest.Builder::thingName)
            .accepts(SHADOW_NAME, NameRule.SHADOW_NAME, UpdateThingShadowRequest.Builder::shadowName)
            .takes((input, request) -> request.payload(ExpectedVersion.in(Payload.required(input), input)))
            .answersWith((answer, message) -> ShadowDocument.put(answer.payload(), message));

    static final Call<IotDataPlaneClient, ?, ?, ?> DELETE_THING_SHADOW = Call.of(
                    IotDataPlaneClient.class, DeleteThingShadowRequest::builder, IotDataPlaneClient::deleteThingShadow)
            .requires(THING_NAME, NameRule.THING_NAME, DeleteThingShadowRequest.Builder::thingName)
            .accepts(SHADOW_NAME, NameRule.SHADOW_NAME, DeleteThingShadowRequest.Builder::shadowName)
            .answersWith((answer, message) -> ShadowDocument.put(answer.payload(), message));

    static final Call<IotDataPlaneClient, ?, ?, ?> LIST_NAMED_SHADOWS_FOR_THING = Call.of(
                    IotDataPlaneClient.class,
                    ListNamedShadowsForThingRequest::builder,
                    IotDataPlaneClient::listNamedShadowsForThing)
            .requires(THING_NAME, NameRule.THING_NAME, ListNamedShadowsForThingRequest.Builder::thingName)
            .accepts(PAGE_SIZE, Integer.class, ListNamedShadowsForThingRequest.Builder::pageSize)
            .accepts(NEXT_TOKEN, String.class, ListNamedShadowsForThingRequest.Builder::nextToken)
            .returnsBody(ListNamedShadowsForThingResponse::results)
            .returns(NEXT_TOKEN, ListNamedShadowsForThingResponse::nextToken)
            .returns(TIMESTAMP, ListNamedShadowsForThingResponse::timestamp)
            .pagesByToken(
                    ListNamedShadowsForThingResponse::nextToken,
                    (request, token) -> request.toBuilder().nextToken(token).build(),
                    ListNamedShadowsForThingResponse::results);

    private ShadowCalls() {}
}
