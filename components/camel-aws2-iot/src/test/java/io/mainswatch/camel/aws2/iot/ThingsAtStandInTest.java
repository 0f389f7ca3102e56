package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.DescribeThingResponse;
import software.amazon.awssdk.services.iot.model.DescribeThingTypeResponse;
import software.amazon.awssdk.services.iot.model.GroupNameAndArn;
import software.amazon.awssdk.services.iot.model.ListThingGroupsForThingResponse;
import software.amazon.awssdk.services.iot.model.ListThingTypesResponse;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.SearchIndexResponse;
import software.amazon.awssdk.services.iot.model.ThingDocument;
import software.amazon.awssdk.services.iot.model.ThingTypeDefinition;
import software.amazon.awssdk.services.iot.model.VersionConflictException;

/** The registry, with the real SDK client. */
@ExtendWith(StandInExtension.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a loop over pages that never ends must fail
class ThingsAtStandInTest {

    private final StandIn aws;

    ThingsAtStandInTest(StandIn aws) {
        this.aws = aws;
    }

    /** The SDK itself makes what the component has no operation for. */
    @BeforeEach
    void thereIsATypeAndAGroup() {
        IotClient sdk = aws.camel()
                .getEndpoint("aws2-iot:registry?operation=listThings", Iot2Endpoint.class)
                .getIotClient();
        sdk.createThingType(type -> type.thingTypeName("lamp"));
        sdk.createThingGroup(group -> group.thingGroupName("cellar"));
    }

    @Test
    void aThingIsCreatedDescribedUpdatedAndDeleted() {
        Message created = call(
                "createThing",
                Map.of(
                        Iot2Constants.THING_NAME,
                        "bell",
                        Iot2Constants.ATTRIBUTE_PAYLOAD,
                        Map.of("account-id", "a-1", "room", "hall")));

        call(
                "updateThing",
                Map.of(Iot2Constants.THING_NAME, "bell", Iot2Constants.ATTRIBUTE_PAYLOAD, Map.of("account-id", "a-2")));

        Message described = call("describeThing", thing("bell"));
        assertThat(described.getBody(DescribeThingResponse.class).attributes())
                .isEqualTo(Map.of("account-id", "a-2", "room", "hall"));
        assertThat(described.getHeader(Iot2Constants.THING_ARN))
                .isNotNull()
                .isEqualTo(created.getHeader(Iot2Constants.THING_ARN));
        assertThat(failure("deleteThing", and(thing("bell"), Iot2Constants.EXPECTED_VERSION, 1L)))
                .isInstanceOf(VersionConflictException.class);
        Object version = described.getHeader(Iot2Constants.VERSION);
        call("deleteThing", and(thing("bell"), Iot2Constants.EXPECTED_VERSION, version));
        assertThat(failure("describeThing", thing("bell")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("bell");
    }

    @Test
    void typesAreListedAndDescribed() {
        Message described = call("describeThingType", Map.of(Iot2Constants.THING_TYPE_NAME, "lamp"));

        assertThat(described.getBody(DescribeThingTypeResponse.class).thingTypeName())
                .isEqualTo("lamp");
        assertThat(described.getHeader(Iot2Constants.THING_TYPE_ARN, String.class))
                .endsWith("thingtype/lamp");
        assertThat(call("listThingTypes", Map.of())
                        .getBody(ListThingTypesResponse.class)
                        .thingTypes())
                .extracting(ThingTypeDefinition::thingTypeName)
                .contains("lamp");
    }

    @Test
    void aThingJoinsAGroupAndLeavesIt() {
        Map<String, Object> pump = and(thing("pump"), Iot2Constants.THING_GROUP_NAME, "cellar");
        call("createThing", thing("pump"));

        call("addThingToThingGroup", pump);
        assertThat(groups("pump")).containsExactly("cellar");

        call("removeThingFromThingGroup", pump);
        assertThat(groups("pump")).isEmpty();
    }

    @Test
    void aThingIsFoundByAnAttribute() {
        call("createThing", and(thing("oven"), Iot2Constants.ATTRIBUTE_PAYLOAD, Map.of("kitchen", "north")));

        Message found = call("searchIndex", Map.of(Iot2Constants.QUERY_STRING, "attributes.kitchen:north"));

        assertThat(found.getBody(SearchIndexResponse.class).things())
                .extracting(ThingDocument::thingName)
                .containsExactly("oven");
    }

    @Test
    void theAccountOfAThingIsInItsAttributes() {
        call("createThing", and(thing("boiler"), Iot2Constants.ATTRIBUTE_PAYLOAD, Map.of("account-id", "a-7")));

        assertThat(aws.done("direct:account-of-thing", null, Map.of("thing", "boiler"))
                        .getHeader("account"))
                .isEqualTo("a-7");
    }

    @Test
    void aLoopOverThePagesSeesEveryThingOnce() {
        List<String> meters =
                IntStream.range(0, 7).mapToObj(number -> "meter-" + number).toList();
        meters.forEach(meter -> call("createThing", thing(meter)));

        aws.done("direct:all-things", null, Map.of(Iot2Constants.MAX_RESULTS, 3));

        assertThat(aws.listed().stream().filter(meters::contains)).containsExactlyInAnyOrderElementsOf(meters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:every-thing", "direct:every-lamp"})
    void aSplitOfAllPagesSeesEveryThingOnce(String route) {
        String prefix = route.substring("direct:".length());
        List<String> lamps =
                IntStream.range(0, 7).mapToObj(number -> prefix + "-" + number).toList();
        lamps.forEach(lamp -> call("createThing", and(thing(lamp), Iot2Constants.THING_TYPE_NAME, "lamp")));

        aws.done(route, null, Map.of(Iot2Constants.MAX_RESULTS, 3));

        assertThat(aws.listed().stream().filter(lamps::contains)).containsExactlyInAnyOrderElementsOf(lamps);
    }

    @Test
    void aRequestObjectInARouteOfJavaCreatesAThing() {
        Message created = aws.done("direct:create", null, Map.of("thing", "radio"));

        assertThat(created.getHeader(Iot2Constants.THING_ARN, String.class)).endsWith("thing/radio");
    }

    @Test
    void aSignatureWithAnotherSecretIsRefusedAsAwsDoes() {
        assertThat(aws.send("aws2-iot:other?operation=listThings&secretKey=guessed", null, Map.of())
                        .getException())
                .hasMessageContaining("signature");
    }

    private List<String> groups(String thing) {
        return call("listThingGroupsForThing", thing(thing))
                .getBody(ListThingGroupsForThingResponse.class)
                .thingGroups()
                .stream()
                .map(GroupNameAndArn::groupName)
                .toList();
    }

    private Message call(String operation, Map<String, Object> headers) {
        return aws.done("aws2-iot:registry?operation=" + operation, null, headers);
    }

    private Exception failure(String operation, Map<String, Object> headers) {
        return aws.send("aws2-iot:registry?operation=" + operation, null, headers)
                .getException();
    }

    private static Map<String, Object> thing(String name) {
        return Map.of(Iot2Constants.THING_NAME, name);
    }

    private static Map<String, Object> and(Map<String, Object> headers, String name, Object value) {
        return Map.of(Iot2Constants.THING_NAME, headers.get(Iot2Constants.THING_NAME), name, value);
    }
}
