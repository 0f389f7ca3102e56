package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.*;
import static io.mainswatch.camel.aws2.iot.Iot2Operations.*;

import io.mainswatch.camel.aws2.iot.plane.OperationCase;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iot.model.*;

/** What the operations on the registry must do. */
final class RegistryCases {

    private RegistryCases() {}

    static Stream<OperationCase> registry() {
        return Stream.of(
                OperationCase.of(
                                describeThing,
                                DescribeThingRequest.builder().thingName("lamp").build())
                        .requires(THING_NAME, "lamp")
                        .answeredBy(DescribeThingResponse.builder()
                                .thingArn("arn:lamp")
                                .thingId("id-1")
                                .version(3L)
                                .build())
                        .returns(THING_ARN, "arn:lamp")
                        .returns(THING_ID, "id-1")
                        .returns(VERSION, 3L),
                OperationCase.of(
                                listThings,
                                ListThingsRequest.builder()
                                        .thingTypeName("light")
                                        .attributeName("room")
                                        .attributeValue("hall")
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .accepts(THING_TYPE_NAME, "light")
                        .accepts(ATTRIBUTE_NAME, "room")
                        .accepts(ATTRIBUTE_VALUE, "hall")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(
                                ListThingsResponse.builder().nextToken("page-2").build()),
                OperationCase.of(
                                createThing,
                                CreateThingRequest.builder()
                                        .thingName("lamp")
                                        .thingTypeName("light")
                                        .attributePayload(attributes -> attributes.attributes(Map.of("room", "hall")))
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .accepts(THING_TYPE_NAME, "light")
                        .accepts(ATTRIBUTE_PAYLOAD, Map.of("room", "hall"))
                        .answeredBy(CreateThingResponse.builder()
                                .thingArn("arn:lamp")
                                .thingId("id-1")
                                .build())
                        .returns(THING_ARN, "arn:lamp")
                        .returns(THING_ID, "id-1"),
                OperationCase.of(
                                updateThing,
                                UpdateThingRequest.builder()
                                        .thingName("lamp")
                                        .thingTypeName("light")
                                        .attributePayload(attributes -> attributes
                                                .attributes(Map.of("room", "hall"))
                                                .merge(true))
                                        .expectedVersion(3L)
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .accepts(THING_TYPE_NAME, "light")
                        .accepts(ATTRIBUTE_PAYLOAD, Map.of("room", "hall"))
                        .accepts(EXPECTED_VERSION, 3),
                OperationCase.of(
                                deleteThing,
                                DeleteThingRequest.builder()
                                        .thingName("lamp")
                                        .expectedVersion(3L)
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .accepts(EXPECTED_VERSION, "3"),
                OperationCase.of(
                                listThingTypes,
                                ListThingTypesRequest.builder()
                                        .thingTypeName("light")
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .accepts(THING_TYPE_NAME, "light")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListThingTypesResponse.builder()
                                .nextToken("page-2")
                                .build()),
                OperationCase.of(
                                describeThingType,
                                DescribeThingTypeRequest.builder()
                                        .thingTypeName("light")
                                        .build())
                        .requires(THING_TYPE_NAME, "light")
                        .answeredBy(DescribeThingTypeResponse.builder()
                                .thingTypeArn("arn:light")
                                .build())
                        .returns(THING_TYPE_ARN, "arn:light"),
                OperationCase.of(
                                listThingGroupsForThing,
                                ListThingGroupsForThingRequest.builder()
                                        .thingName("lamp")
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListThingGroupsForThingResponse.builder()
                                .nextToken("page-2")
                                .build()),
                OperationCase.of(
                                addThingToThingGroup,
                                AddThingToThingGroupRequest.builder()
                                        .thingName("lamp")
                                        .thingGroupName("lights")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .requires(THING_GROUP_NAME, "lights"),
                OperationCase.of(
                                removeThingFromThingGroup,
                                RemoveThingFromThingGroupRequest.builder()
                                        .thingName("lamp")
                                        .thingGroupName("lights")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .requires(THING_GROUP_NAME, "lights"),
                OperationCase.of(
                                searchIndex,
                                SearchIndexRequest.builder()
                                        .queryString("connectivity.connected:false")
                                        .indexName("AWS_Things")
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .requires(QUERY_STRING, "connectivity.connected:false")
                        .accepts(INDEX_NAME, "AWS_Things")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(SearchIndexResponse.builder()
                                .nextToken("page-2")
                                .build()));
    }
}
