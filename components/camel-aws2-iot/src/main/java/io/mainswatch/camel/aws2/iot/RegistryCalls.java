package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.ATTRIBUTE_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.ATTRIBUTE_VALUE;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.EXPECTED_VERSION;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.INDEX_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.MAX_RESULTS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.QUERY_STRING;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_ARN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_GROUP_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_ID;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_TYPE_ARN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_TYPE_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.VERSION;

import io.mainswatch.camel.aws2.iot.plane.Call;
import io.mainswatch.camel.aws2.iot.plane.NameRule;
import java.util.List;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AddThingToThingGroupRequest;
import software.amazon.awssdk.services.iot.model.CreateThingRequest;
import software.amazon.awssdk.services.iot.model.CreateThingResponse;
import software.amazon.awssdk.services.iot.model.DeleteThingRequest;
import software.amazon.awssdk.services.iot.model.DescribeThingRequest;
import software.amazon.awssdk.services.iot.model.DescribeThingResponse;
import software.amazon.awssdk.services.iot.model.DescribeThingTypeRequest;
import software.amazon.awssdk.services.iot.model.DescribeThingTypeResponse;
import software.amazon.awssdk.services.iot.model.ListThingGroupsForThingRequest;
import software.amazon.awssdk.services.iot.model.ListThingGroupsForThingResponse;
import software.amazon.awssdk.services.iot.model.ListThingTypesRequest;
import software.amazon.awssdk.services.iot.model.ListThingTypesResponse;
import software.amazon.awssdk.services.iot.model.ListThingsRequest;
import software.amazon.awssdk.services.iot.model.ListThingsResponse;
import software.amazon.awssdk.services.iot.model.RemoveThingFromThingGroupRequest;
import software.amazon.awssdk.services.iot.model.SearchIndexRequest;
import software.amazon.awssdk.services.iot.model.SearchIndexResponse;
import software.amazon.awssdk.services.iot.model.UpdateThingRequest;

/** Things, their types and groups, and the search over them. */
final class RegistryCalls {

    static final Call<IotClient, ?, ?, ?> DESCRIBE_THING = Call.of(
                    IotClient.class, DescribeThingRequest::builder, IotClient::describeThing)
            .requires(THING_NAME, NameRule.THING_NAME, DescribeThingRequest.Builder::thingName)
            .returns(THING_ARN, DescribeThingResponse::thingArn)
            .returns(THING_ID, DescribeThingResponse::thingId)
            .returns(VERSION, DescribeThingResponse::version);

    static final Call<IotClient, ?, ?, ?> LIST_THINGS = Call.of(
                    IotClient.class, ListThingsRequest::builder, IotClient::listThings)
            .accepts(THING_TYPE_NAME, String.class, ListThingsRequest.Builder::thingTypeName)
            .accepts(ATTRIBUTE_NAME, String.class, ListThingsRequest.Builder::attributeName)
            .accepts(ATTRIBUTE_VALUE, String.class, ListThingsRequest.Builder::attributeValue)
            .accepts(MAX_RESULTS, Integer.class, ListThingsRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, ListThingsRequest.Builder::nextToken)
            .returns(NEXT_TOKEN, ListThingsResponse::nextToken)
            .pages(IotClient::listThingsPaginator, ListThingsResponse::things);

    static final Call<IotClient, ?, ?, ?> CREATE_THING = Call.of(
                    IotClient.class, CreateThingRequest::builder, IotClient::createThing)
            .requires(THING_NAME, NameRule.THING_NAME, CreateThingRequest.Builder::thingName)
            .accepts(THING_TYPE_NAME, String.class, CreateThingRequest.Builder::thingTypeName)
            .takes((input, request) -> Attributes.ofNewThing(input).ifPresent(request::attributePayload))
            .returns(THING_ARN, CreateThingResponse::thingArn)
            .returns(THING_ID, CreateThingResponse::thingId);

    static final Call<IotClient, ?, ?, ?> UPDATE_THING = Call.of(
                    IotClient.class, UpdateThingRequest::builder, IotClient::updateThing)
            .requires(THING_NAME, NameRule.THING_NAME, UpdateThingRequest.Builder::thingName)
            .accepts(THING_TYPE_NAME, String.class, UpdateThingRequest.Builder::thingTypeName)
            .takes((input, request) -> Attributes.ofKnownThing(input).ifPresent(request::attributePayload))
            .accepts(EXPECTED_VERSION, Long.class, UpdateThingRequest.Builder::expectedVersion);

    static final Call<IotClient, ?, ?, ?> DELETE_THING = Call.of(
                    IotClient.class, DeleteThingRequest::builder, IotClient::deleteThing)
            .requires(THING_NAME, NameRule.THING_NAME, DeleteThingRequest.Builder::thingName)
            .accepts(EXPECTED_VERSION, Long.class, DeleteThingRequest.Builder::expectedVersion);

    static final Call<IotClient, ?, ?, ?> LIST_THING_TYPES = Call.of(
                    IotClient.class, ListThingTypesRequest::builder, IotClient::listThingTypes)
            .accepts(THING_TYPE_NAME, String.class, ListThingTypesRequest.Builder::thingTypeName)
            .accepts(MAX_RESULTS, Integer.class, ListThingTypesRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, ListThingTypesRequest.Builder::nextToken)
            .returns(NEXT_TOKEN, ListThingTypesResponse::nextToken)
            .pages(IotClient::listThingTypesPaginator, ListThingTypesResponse::thingTypes);

    static final Call<IotClient, ?, ?, ?> DESCRIBE_THING_TYPE = Call.of(
                    IotClient.class, DescribeThingTypeRequest::builder, IotClient::describeThingType)
            .requires(THING_TYPE_NAME, String.class, DescribeThingTypeRequest.Builder::thingTypeName)
            .returns(THING_TYPE_ARN, DescribeThingTypeResponse::thingTypeArn);

    static final Call<IotClient, ?, ?, ?> LIST_THING_GROUPS_FOR_THING = Call.of(
                    IotClient.class, ListThingGroupsForThingRequest::builder, IotClient::listThingGroupsForThing)
            .requires(THING_NAME, NameRule.THING_NAME, ListThingGroupsForThingRequest.Builder::thingName)
            .accepts(MAX_RESULTS, Integer.class, ListThingGroupsForThingRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, ListThingGroupsForThingRequest.Builder::nextToken)
            .returns(NEXT_TOKEN, ListThingGroupsForThingResponse::nextToken)
            .pages(IotClient::listThingGroupsForThingPaginator, ListThingGroupsForThingResponse::thingGroups);

    static final Call<IotClient, ?, ?, ?> ADD_THING_TO_THING_GROUP = Call.of(
                    IotClient.class, AddThingToThingGroupRequest::builder, IotClient::addThingToThingGroup)
            .requires(THING_NAME, NameRule.THING_NAME, AddThingToThingGroupRequest.Builder::thingName)
            .requires(THING_GROUP_NAME, String.class, AddThingToThingGroupRequest.Builder::thingGroupName);

    static final Call<IotClient, ?, ?, ?> REMOVE_THING_FROM_THING_GROUP = Call.of(
                    IotClient.class, RemoveThingFromThingGroupRequest::builder, IotClient::removeThingFromThingGroup)
            .requires(THING_NAME, NameRule.THING_NAME, RemoveThingFromThingGroupRequest.Builder::thingName)
            .requires(THING_GROUP_NAME, String.class, RemoveThingFromThingGroupRequest.Builder::thingGroupName);

    static final Call<IotClient, ?, ?, ?> SEARCH_INDEX = Call.of(
                    IotClient.class, SearchIndexRequest::builder, IotClient::searchIndex)
            .requires(QUERY_STRING, String.class, SearchIndexRequest.Builder::queryString)
            .accepts(INDEX_NAME, String.class, SearchIndexRequest.Builder::indexName)
            .accepts(MAX_RESULTS, Integer.class, SearchIndexRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, SearchIndexRequest.Builder::nextToken)
            .returns(NEXT_TOKEN, SearchIndexResponse::nextToken)
            .pagesByToken(
                    SearchIndexResponse::nextToken,
                    (request, token) -> request.toBuilder().nextToken(token).build(),
                    RegistryCalls::found);

    private RegistryCalls() {}

    /** An index is one of things or one of groups: a page has either. */
    private static List<?> found(SearchIndexResponse page) {
        return page.hasThingGroups() ? page.thingGroups() : page.things();
    }
}
