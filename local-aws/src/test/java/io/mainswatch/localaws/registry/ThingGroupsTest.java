package io.mainswatch.localaws.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.DescribeThingGroupResponse;
import software.amazon.awssdk.services.iot.model.GroupNameAndArn;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.VersionConflictException;

class ThingGroupsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static IotClient iot;

    @BeforeAll
    static void connect() {
        iot = AwsClients.iot(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        iot.close();
    }

    @Test
    void aGroupIsDescribedWithTheGroupsItIsWithin() {
        group("country", null);
        group("region", "country");
        iot.createThingGroup(r -> r.thingGroupName("town")
                .parentGroupName("region")
                .thingGroupProperties(p -> p.thingGroupDescription("A town.")
                        .attributePayload(a -> a.attributes(Map.of("site", "north")))));

        DescribeThingGroupResponse town = describe("town");
        assertThat(town.thingGroupArn()).endsWith(":thinggroup/town");
        assertThat(town.thingGroupId()).isNotEmpty();
        assertThat(town.version()).isEqualTo(1);
        assertThat(town.thingGroupProperties().thingGroupDescription()).isEqualTo("A town.");
        assertThat(town.thingGroupProperties().attributePayload().attributes()).isEqualTo(Map.of("site", "north"));
        assertThat(town.thingGroupMetadata().parentGroupName()).isEqualTo("region");
        assertThat(town.thingGroupMetadata().rootToParentThingGroups())
                .extracting(GroupNameAndArn::groupName)
                .containsExactly("country", "region");
        assertThat(town.thingGroupMetadata().creationDate()).isNotNull();
    }

    @Test
    void creatingAGroupAgainIsFineOnlyIfItIsTheSame() {
        String id = group("same", null);

        assertThat(group("same", null)).isEqualTo(id);
        group("other", null);
        assertThatThrownBy(() -> group("same", "other")).isInstanceOf(ResourceAlreadyExistsException.class);
    }

    @Test
    void anUpdateChangesWhatItNamesAndCountsTheVersion() {
        iot.createThingGroup(r -> r.thingGroupName("changing")
                .thingGroupProperties(p -> p.thingGroupDescription("old")
                        .attributePayload(a -> a.attributes(Map.of("a", "1", "b", "2")))));

        assertThat(iot.updateThingGroup(r -> r.thingGroupName("changing")
                                .thingGroupProperties(p -> p.attributePayload(a ->
                                        a.attributes(Map.of("b", "", "c", "3")).merge(true))))
                        .version())
                .isEqualTo(2);
        assertThat(describe("changing").thingGroupProperties().thingGroupDescription())
                .isEqualTo("old");
        assertThat(describe("changing")
                        .thingGroupProperties()
                        .attributePayload()
                        .attributes())
                .isEqualTo(Map.of("a", "1", "c", "3"));
        assertThatThrownBy(() -> iot.updateThingGroup(r -> r.thingGroupName("changing")
                        .thingGroupProperties(p -> {})
                        .expectedVersion(1L)))
                .isInstanceOf(VersionConflictException.class);
    }

    @Test
    void aGroupWithGroupsInItStaysAndDeletingAnUnknownOneIsFine() {
        group("full", null);
        group("full-inner", "full");

        assertThatThrownBy(() -> iot.deleteThingGroup(r -> r.thingGroupName("full")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has groups in it");
        iot.deleteThingGroup(r -> r.thingGroupName("full-inner"));
        iot.deleteThingGroup(r -> r.thingGroupName("full"));
        iot.deleteThingGroup(r -> r.thingGroupName("full"));
        assertThatThrownBy(() -> describe("full")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void groupsAreListedByParentByPrefixAndInPages() {
        group("list", null);
        group("list-a", "list");
        group("list-b", "list");
        group("list-a-deep", "list-a");

        assertThat(names(iot.listThingGroups(r -> r.parentGroup("list")).thingGroups()))
                .containsExactly("list-a", "list-a-deep", "list-b");
        assertThat(names(iot.listThingGroups(r -> r.parentGroup("list").recursive(false))
                        .thingGroups()))
                .containsExactly("list-a", "list-b");
        assertThat(names(iot.listThingGroups(r -> r.namePrefixFilter("list-a")).thingGroups()))
                .containsExactly("list-a", "list-a-deep");
        assertThat(names(iot.listThingGroups(r -> r.namePrefixFilter("list").recursive(false))
                        .thingGroups()))
                .containsExactly("list");
        assertThat(iot.listThingGroupsPaginator(r -> r.namePrefixFilter("list").maxResults(1)).thingGroups().stream()
                        .map(GroupNameAndArn::groupName))
                .containsExactly("list", "list-a", "list-a-deep", "list-b");
        assertThatThrownBy(() -> iot.listThingGroups(r -> r.parentGroup("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void thingsComeAndGoAndAGroupHasThoseOfTheGroupsInItToo() {
        group("house", null);
        group("cellar", "house");
        thing("fridge");
        thing("pump");
        iot.addThingToThingGroup(r -> r.thingName("fridge").thingGroupName("house"));
        iot.addThingToThingGroup(
                r -> r.thingArn(iot.describeThing(t -> t.thingName("pump")).thingArn())
                        .thingGroupArn(describe("cellar").thingGroupArn()));
        iot.addThingToThingGroup(r -> r.thingName("pump").thingGroupName("cellar"));

        assertThat(iot.listThingsInThingGroup(r -> r.thingGroupName("house")).things())
                .containsExactly("fridge");
        assertThat(iot.listThingsInThingGroupPaginator(
                                r -> r.thingGroupName("house").recursive(true).maxResults(1))
                        .things())
                .containsExactly("fridge", "pump");
        assertThat(groupsOf("pump")).containsExactly("cellar");

        iot.removeThingFromThingGroup(r -> r.thingName("pump").thingGroupName("cellar"));
        assertThat(groupsOf("pump")).isEmpty();
        iot.deleteThing(r -> r.thingName("fridge"));
        assertThat(iot.listThingsInThingGroup(r -> r.thingGroupName("house")).things())
                .isEmpty();
    }

    @Test
    void aThingIsInOneGroupOfAHierarchyAndMayBeMovedWithinIt() {
        group("tree", null);
        group("left", "tree");
        group("right", "tree");
        thing("bird");
        iot.addThingToThingGroup(r -> r.thingName("bird").thingGroupName("left"));

        assertThatThrownBy(
                        () -> iot.addThingToThingGroup(r -> r.thingName("bird").thingGroupName("right")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("same hierarchy");
        iot.updateThingGroupsForThing(
                r -> r.thingName("bird").thingGroupsToRemove("left").thingGroupsToAdd("right"));
        assertThat(groupsOf("bird")).containsExactly("right");
    }

    @Test
    void whatIsNotThereIsNamed() {
        group("lonely", null);
        thing("lonely");

        assertThatThrownBy(() ->
                        iot.addThingToThingGroup(r -> r.thingName("nobody").thingGroupName("lonely")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() ->
                        iot.addThingToThingGroup(r -> r.thingName("lonely").thingGroupName("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> iot.addThingToThingGroup(r -> r.thingName("lonely")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("thingGroupName");
        assertThatThrownBy(() -> groupsOf("nobody")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> group("orphan", "nowhere")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void groupsAreSevenDeepAtTheMost() {
        group("depth-1", null);
        for (int depth = 2; depth <= 7; depth++) {
            group("depth-" + depth, "depth-" + (depth - 1));
        }

        assertThatThrownBy(() -> group("depth-8", "depth-7"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("7 deep");
    }

    private static String group(String name, String parent) {
        return iot.createThingGroup(r -> r.thingGroupName(name).parentGroupName(parent))
                .thingGroupId();
    }

    private static void thing(String name) {
        iot.createThing(r -> r.thingName(name));
    }

    private static DescribeThingGroupResponse describe(String name) {
        return iot.describeThingGroup(r -> r.thingGroupName(name));
    }

    private static List<String> groupsOf(String thing) {
        return names(iot.listThingGroupsForThing(r -> r.thingName(thing)).thingGroups());
    }

    private static List<String> names(List<GroupNameAndArn> groups) {
        return groups.stream().map(GroupNameAndArn::groupName).toList();
    }
}
