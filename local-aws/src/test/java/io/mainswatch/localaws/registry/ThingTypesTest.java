package io.mainswatch.localaws.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.ThingTypeDefinition;
import software.amazon.awssdk.services.iot.model.ThingTypeMetadata;

class ThingTypesTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension(aws -> aws.clock(CLOCK));

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
    void typesAreListedInPagesAndByName() {
        for (String name : new String[] {"list-b", "list-a", "list-c"}) {
            type(name);
        }

        assertThat(iot.listThingTypesPaginator(r -> r.maxResults(2)).thingTypes().stream()
                        .map(ThingTypeDefinition::thingTypeName)
                        .filter(name -> name.startsWith("list-")))
                .containsExactly("list-a", "list-b", "list-c");
        assertThat(iot.listThingTypes(r -> r.thingTypeName("list-b")).thingTypes())
                .singleElement()
                .satisfies(type -> {
                    assertThat(type.thingTypeArn()).endsWith(":thingtype/list-b");
                    assertThat(type.thingTypeMetadata().deprecated()).isFalse();
                });
    }

    @Test
    void aDeprecatedTypeIsGivenToNoThingUntilThatIsTakenBack() {
        type("old");
        iot.createThing(r -> r.thingName("early").thingTypeName("old"));
        iot.createThing(r -> r.thingName("untyped"));
        iot.deprecateThingType(r -> r.thingTypeName("old"));

        assertThat(metadata("old").deprecated()).isTrue();
        assertThat(metadata("old").deprecationDate()).isEqualTo(CLOCK.instant());
        assertThatThrownBy(() -> iot.createThing(r -> r.thingName("late").thingTypeName("old")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'old': is deprecated");
        assertThatThrownBy(() -> iot.updateThing(r -> r.thingName("untyped").thingTypeName("old")))
                .isInstanceOf(InvalidRequestException.class);
        iot.updateThing(r -> r.thingName("early").attributePayload(p -> p.attributes(Map.of("a", "1"))));

        iot.deprecateThingType(r -> r.thingTypeName("old").undoDeprecate(true));
        assertThat(metadata("old").deprecationDate()).isNull();
        iot.createThing(r -> r.thingName("late").thingTypeName("old"));
    }

    @Test
    void aTypeIsDeletedFiveMinutesAfterItsDeprecation() {
        type("ending");
        assertThatThrownBy(() -> delete("ending")).isInstanceOf(InvalidRequestException.class);
        iot.deprecateThingType(r -> r.thingTypeName("ending"));
        CLOCK.forward(Duration.ofMinutes(5).minusMillis(1));
        iot.deprecateThingType(r -> r.thingTypeName("ending"));
        assertThatThrownBy(() -> delete("ending"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("5 minutes after it was deprecated");
        CLOCK.forward(Duration.ofMillis(1));

        delete("ending");
        assertThatThrownBy(() -> metadata("ending")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aTypeThatIsAThingsIsNotDeleted() {
        type("used");
        iot.createThing(r -> r.thingName("user").thingTypeName("used"));
        iot.deprecateThingType(r -> r.thingTypeName("used"));
        CLOCK.forward(Duration.ofMinutes(6));

        assertThatThrownBy(() -> delete("used"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("thing user");
    }

    @Test
    void theDescriptionOfATypeCanBeChanged() {
        type("described");
        iot.updateThingType(r -> r.thingTypeName("described").thingTypeProperties(p -> p.thingTypeDescription("new")));

        assertThat(iot.describeThingType(r -> r.thingTypeName("described"))
                        .thingTypeProperties()
                        .thingTypeDescription())
                .isEqualTo("new");
    }

    private static void type(String name) {
        iot.createThingType(r -> r.thingTypeName(name));
    }

    private static void delete(String name) {
        iot.deleteThingType(r -> r.thingTypeName(name));
    }

    private static ThingTypeMetadata metadata(String name) {
        return iot.describeThingType(r -> r.thingTypeName(name)).thingTypeMetadata();
    }
}
