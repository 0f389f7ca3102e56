package io.mainswatch.localaws.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.DescribeThingResponse;
import software.amazon.awssdk.services.iot.model.DescribeThingTypeResponse;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.IotException;
import software.amazon.awssdk.services.iot.model.ListThingsRequest;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.ThingAttribute;
import software.amazon.awssdk.services.iot.model.VersionConflictException;

class RegistryTest {

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
    void aCreatedThingIsDescribed() {
        create("cabin", Map.of("account-id", "4b0fd0c9"));

        DescribeThingResponse thing = describe("cabin");
        assertThat(thing.attributes()).containsExactly(Map.entry("account-id", "4b0fd0c9"));
        assertThat(thing.version()).isEqualTo(1);
        assertThat(thing.defaultClientId()).isEqualTo("cabin");
        assertThat(thing.thingArn()).endsWith(":thing/cabin");
        assertThat(thing.thingTypeName()).isNull();
    }

    @Test
    void creatingAThingAgainIsFineOnlyIfItIsTheSame() {
        create("twice", Map.of("a", "1"));
        String id = describe("twice").thingId();

        assertThat(create("twice", Map.of("a", "1"))).isEqualTo(id);
        assertThatThrownBy(() -> create("twice", Map.of("a", "2"))).isInstanceOf(ResourceAlreadyExistsException.class);
        assertThat(describe("twice").attributes()).containsEntry("a", "1");
    }

    @Test
    void anUpdateMergesOrReplacesAttributesAndAnEmptyValueRemovesOne() {
        create("shed", Map.of("a", "1", "b", "2"));

        iot.updateThing(r -> r.thingName("shed")
                .attributePayload(p -> p.attributes(Map.of("b", "", "c", "3")).merge(true)));
        assertThat(describe("shed").attributes()).isEqualTo(Map.of("a", "1", "c", "3"));

        iot.updateThing(r -> r.thingName("shed").attributePayload(p -> p.attributes(Map.of("d", "4"))));
        assertThat(describe("shed").attributes()).isEqualTo(Map.of("d", "4"));
        assertThat(describe("shed").version()).isEqualTo(3);
    }

    @Test
    void anExpectedVersionThatIsNotTheThingsIsAConflict() {
        create("barn", Map.of());

        assertThatThrownBy(() -> iot.updateThing(r -> r.thingName("barn").expectedVersion(7L)))
                .isInstanceOf(VersionConflictException.class);
        assertThatThrownBy(() -> iot.deleteThing(r -> r.thingName("barn").expectedVersion(7L)))
                .isInstanceOf(VersionConflictException.class);
    }

    @Test
    void aDeletedThingIsUnknownAndDeletingItAgainIsFine() {
        create("mill", Map.of("a", "1"));
        iot.deleteThing(r -> r.thingName("mill"));
        iot.deleteThing(r -> r.thingName("mill"));

        assertThatThrownBy(() -> describe("mill"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("mill");
        assertThat(create("mill", Map.of("b", "2"))).isNotNull();
    }

    @Test
    void thingsAreListedByAttributeByPrefixAndByType() {
        iot.createThingType(r -> r.thingTypeName("gauge"));
        create("gauge-1", Map.of("list-site", "north-1"));
        create("gauge-2", Map.of("list-site", "north-2"));
        iot.createThing(r -> r.thingName("gauge-3").thingTypeName("gauge"));

        assertThat(names(iot.listThings(r -> r.attributeName("list-site").attributeValue("north-1"))
                        .things()))
                .containsExactly("gauge-1");
        assertThat(names(iot.listThings(r -> r.attributeName("list-site")
                                .attributeValue("north")
                                .usePrefixAttributeValue(true))
                        .things()))
                .containsExactly("gauge-1", "gauge-2");
        assertThat(names(iot.listThings(r -> r.thingTypeName("gauge")).things()))
                .containsExactly("gauge-3");
    }

    @Test
    void longListsComeInPages() {
        IntStream.range(0, 7).forEach(i -> create("page-" + i, Map.of("paged", "yes")));
        ListThingsRequest request = ListThingsRequest.builder()
                .attributeName("paged")
                .attributeValue("yes")
                .maxResults(3)
                .build();

        assertThat(iot.listThings(request).things()).hasSize(3);
        assertThat(iot.listThingsPaginator(request).things().stream().map(ThingAttribute::thingName))
                .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4", "page-5", "page-6");
    }

    @Test
    void aThingTypeIsDescribedAndAThingMayOnlyHaveOneThatExists() {
        iot.createThingType(r ->
                r.thingTypeName("mainswatch").thingTypeProperties(p -> p.thingTypeDescription("Reports the mains.")));

        DescribeThingTypeResponse type = iot.describeThingType(r -> r.thingTypeName("mainswatch"));
        assertThat(type.thingTypeProperties().thingTypeDescription()).isEqualTo("Reports the mains.");
        assertThat(type.thingTypeMetadata().creationDate()).isNotNull();
        assertThatThrownBy(() -> iot.createThing(r -> r.thingName("typed").thingTypeName("unheard-of")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("unheard-of");
    }

    @Test
    void badNamesAndTooManyAttributesAreRefusedWithTheRule() {
        assertThatThrownBy(() -> create("no spaces", Map.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("thingName 'no spaces'");
        assertThatThrownBy(() -> create("many", Map.of("a", "1", "b", "2", "c", "3", "d", "4")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("3 attributes without a thing type");
    }

    @Test
    void theEndpointIsThisMachine() {
        assertThat(iot.describeEndpoint(r -> r.endpointType("iot:Data-ATS")).endpointAddress())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void acallThatIsNotKnownSaysWhatIs() {
        assertThatThrownBy(() -> iot.listJobs(r -> {}))
                .isInstanceOf(IotException.class)
                .hasMessageContaining("local-aws does not know GET /jobs. It knows faults at /_faults;")
                .hasMessageContaining("AWS IoT (CreateThing,");
    }

    private static String create(String name, Map<String, String> attributes) {
        return iot.createThing(r -> r.thingName(name).attributePayload(p -> p.attributes(attributes)))
                .thingId();
    }

    private static DescribeThingResponse describe(String name) {
        return iot.describeThing(r -> r.thingName(name));
    }

    private static List<String> names(List<ThingAttribute> things) {
        return things.stream().map(ThingAttribute::thingName).toList();
    }
}
