package io.mainswatch.camel.aws2.iot.data;

import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.CLEAN_SESSION;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.CLIENT_ID;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.LAST_MODIFIED_TIME;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.PAGE_SIZE;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.PREVENT_WILL_MESSAGE;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.QOS;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.RETAIN;
import static io.mainswatch.camel.aws2.iot.data.IotData2Constants.TOPIC;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetRetainedMessageRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetRetainedMessageResponse;
import software.amazon.awssdk.services.iotdataplane.model.ListRetainedMessagesRequest;
import software.amazon.awssdk.services.iotdataplane.model.ListRetainedMessagesResponse;
import software.amazon.awssdk.services.iotdataplane.model.PublishRequest;

/** Messages published without an MQTT connection, the messages that AWS retains, and the connections of others. */
final class MessageCalls {

    /** Leaves the body alone; without a body it publishes an empty message, which clears a retained one. */
    static final Call<IotDataPlaneClient, ?, ?, ?> PUBLISH = Call.of(
                    IotDataPlaneClient.class, PublishRequest::builder, IotDataPlaneClient::publish)
            .requires(TOPIC, String.class, PublishRequest.Builder::topic)
            .accepts(QOS, Integer.class, PublishRequest.Builder::qos)
            .accepts(RETAIN, Boolean.class, PublishRequest.Builder::retain)
            .takes((input, request) -> Payload.message(input).ifPresent(request::payload))
            .keepsBody();

    static final Call<IotDataPlaneClient, ?, ?, ?> GET_RETAINED_MESSAGE = Call.of(
                    IotDataPlaneClient.class,
                    GetRetainedMessageRequest::builder,
                    IotDataPlaneClient::getRetainedMessage)
            .requires(TOPIC, String.class, GetRetainedMessageRequest.Builder::topic)
            .returnsBody(answer -> Payload.bytes(answer.payload()))
            .returns(TOPIC, GetRetainedMessageResponse::topic)
            .returns(QOS, GetRetainedMessageResponse::qos)
            .returns(LAST_MODIFIED_TIME, GetRetainedMessageResponse::lastModifiedTime);

    static final Call<IotDataPlaneClient, ?, ?, ?> LIST_RETAINED_MESSAGES = Call.of(
                    IotDataPlaneClient.class,
                    ListRetainedMessagesRequest::builder,
                    IotDataPlaneClient::listRetainedMessages)
            .accepts(PAGE_SIZE, Integer.class, ListRetainedMessagesRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, ListRetainedMessagesRequest.Builder::nextToken)
            .returnsBody(ListRetainedMessagesResponse::retainedTopics)
            .returns(NEXT_TOKEN, ListRetainedMessagesResponse::nextToken)
            .pages(IotDataPlaneClient::listRetainedMessagesPaginator, ListRetainedMessagesResponse::retainedTopics);

    static final Call<IotDataPlaneClient, ?, ?, ?> DELETE_CONNECTION = Call.of(
                    IotDataPlaneClient.class, DeleteConnectionRequest::builder, IotDataPlaneClient::deleteConnection)
            .requires(CLIENT_ID, String.class, DeleteConnectionRequest.Builder::clientId)
            .accepts(CLEAN_SESSION, Boolean.class, DeleteConnectionRequest.Builder::cleanSession)
            .accepts(PREVENT_WILL_MESSAGE, Boolean.class, DeleteConnectionRequest.Builder::preventWillMessage);

    private MessageCalls() {}
}
