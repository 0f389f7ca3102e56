package io.mainswatch.localaws.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.MqttProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.GetThingConnectivityDataResponse;
import software.amazon.awssdk.services.iot.model.InvalidQueryException;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iot.model.SearchIndexResponse;
import software.amazon.awssdk.services.iot.model.ThingDocument;
import software.amazon.awssdk.services.iot.model.ThingIndexingConfiguration;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** Three things: cabin is connected, mill was, shed never was. */
class SearchIndexTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static IotClient iot;
    private static MqttProbe cabin;

    @BeforeAll
    static void registerThings() throws MqttException {
        iot = AwsClients.iot(LOCAL.aws());
        iot.createThingType(r -> r.thingTypeName("meter"));
        iot.createThingGroup(r -> r.thingGroupName("north"));
        iot.createThing(r -> r.thingName("cabin")
                .thingTypeName("meter")
                .attributePayload(p -> p.attributes(Map.of("site", "hill:1", "model", "m-10"))));
        iot.createThing(r -> r.thingName("mill").attributePayload(p -> p.attributes(Map.of("model", "m-20"))));
        iot.createThing(r -> r.thingName("shed"));
        iot.addThingToThingGroup(r -> r.thingName("cabin").thingGroupName("north"));
        try (IotDataPlaneClient data = AwsClients.data(LOCAL.aws())) {
            report(data, "cabin", "{\"status\":\"on\",\"line\":{\"level\":1.0,\"ok\":true},\"tags\":[\"a\",\"b\"]}");
            report(data, "mill", "{\"status\":\"off or on\",\"line\":{\"level\":12}}");
        }
        cabin = MqttProbe.connect(LOCAL.aws(), "cabin");
        MqttProbe.connect(LOCAL.aws(), "mill").close();
        await().until(() -> find("connectivity.disconnectReason:CLIENT_INITIATED_DISCONNECT")
                .equals(List.of("mill")));
    }

    @AfterAll
    static void disconnect() throws MqttException {
        cabin.close();
        iot.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "* | cabin mill shed",
                "thingName:* | cabin mill shed",
                "thingName:mill | mill",
                "thingName:m* | mill",
                "thingName:?ill | mill",
                "thingName:*i* | cabin mill",
                "thingTypeName:meter | cabin",
                "thingGroupNames:north | cabin",
                "attributes.model:m-* | cabin mill",
                "attributes.site:\"hill:1\" | cabin",
                "attributes.site:hill:1 | cabin",
                "attributes.model:\"m-*\" | ",
                "connectivity.connected:true | cabin",
                "connectivity.connected:false | mill shed",
                "connectivity.timestamp>1000 | cabin mill",
                "shadow.reported.status:on | cabin",
                "shadow.reported.status:\"off or on\" | mill",
                "shadow.reported.line.ok:true | cabin",
                "shadow.reported.line.level:1 | cabin",
                "shadow.reported.line.level>2 | mill",
                "shadow.reported.line.level>=1 AND shadow.reported.line.level<12 | cabin",
                "shadow.reported.line.level:[1 TO 12] | cabin mill",
                "shadow.reported.line.level:{1 TO *} | mill",
                "shadow.reported.tags:b | cabin",
                "shadow.reported.line:* | ",
                "shadow.desired.status:off | cabin mill",
                "shadow.hasDelta:true | cabin mill",
                "shadow.version:1 | cabin mill",
                "thingName:mill OR thingName:shed | mill shed",
                "NOT thingName:mill | cabin shed",
                "thingName:m* AND NOT thingName:mill | ",
                "thingName:mill OR thingName:cabin AND connectivity.connected:true | cabin mill",
                "(thingName:mill OR thingName:cabin) AND connectivity.connected:true | cabin",
                "(thingName:mill OR thingName:cabin) connectivity.connected:false | mill",
                "NOT (thingName:mill OR NOT thingName:m*) | ",
            })
    void aQueryFinds(String query, String names) {
        assertThat(String.join(" ", find(query))).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cabin | at character 6 it has the end in place of ':' after 'cabin'",
                "colour:red | the index has no field 'colour', at character 1",
                "thingName:a AND colour:red | the index has no field 'colour', at character 17",
                "thingName: | at character 11 it has the end in place of a value",
                "thingName:a AND | at character 16 it has the end in place of a term such as thingName:cabin",
                "(thingName:a | at character 13 it has the end in place of ')'",
                "thingName:a) | at character 12 it has ')' in place of the end",
                "thingName:\"a | at character 13 it has the end in place of '\"'",
                "shadow.version:[1 2] | at character 19 it has '2' in place of TO",
                "shadow.version:[1 TO 2} | at character 23 it has '}' in place of ']'",
            })
    void aQueryThatIsNotUnderstoodIsRefusedWithThePlace(String query, String complaint) {
        assertThatThrownBy(() -> find(query))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aQueryHasLimitsOfLengthAndOfTerms() {
        assertThatThrownBy(() -> find("(".repeat(1_001))).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> find("thingName:a ".repeat(13)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("12 terms");
        assertThatThrownBy(() -> iot.searchIndex(r -> r.queryString(" "))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aThingIsFoundWithAllThatIsKnownOfIt() throws JsonProcessingException {
        ThingDocument thing = search("thingName:cabin").things().get(0);

        assertThat(thing.thingId())
                .isEqualTo(iot.describeThing(r -> r.thingName("cabin")).thingId());
        assertThat(thing.thingTypeName()).isEqualTo("meter");
        assertThat(thing.thingGroupNames()).containsExactly("north");
        assertThat(thing.attributes()).isEqualTo(Map.of("site", "hill:1", "model", "m-10"));
        assertThat(thing.connectivity().connected()).isTrue();
        assertThat(thing.connectivity().timestamp()).isCloseTo(Instant.now().toEpochMilli(), within());
        assertThat(thing.connectivity().disconnectReason()).isNull();
        JsonNode shadow = new ObjectMapper().readTree(thing.shadow());
        assertThat(shadow.at("/reported/status").asText()).isEqualTo("on");
        assertThat(shadow.at("/desired/status").asText()).isEqualTo("off");
        assertThat(shadow.at("/metadata/reported/status/timestamp").asLong()).isPositive();
        assertThat(shadow.get("hasDelta").asBoolean()).isTrue();
        assertThat(shadow.get("version").asLong()).isEqualTo(1);
        assertThat(search("thingName:shed").things().get(0).shadow()).isNull();
    }

    @Test
    void whatIsFoundComesInPages() {
        SearchIndexResponse first =
                iot.searchIndex(r -> r.queryString("thingName:*i*").maxResults(1));
        SearchIndexResponse second = iot.searchIndex(
                r -> r.queryString("thingName:*i*").maxResults(1).nextToken(first.nextToken()));

        assertThat(first.things()).extracting(ThingDocument::thingName).containsExactly("cabin");
        assertThat(second.things()).extracting(ThingDocument::thingName).containsExactly("mill");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void connectivityIsAlsoToldOfOneThing() {
        GetThingConnectivityDataResponse mill = iot.getThingConnectivityData(r -> r.thingName("mill"));
        assertThat(mill.thingName()).isEqualTo("mill");
        assertThat(mill.connected()).isFalse();
        assertThat(mill.disconnectReasonAsString()).isEqualTo("CLIENT_INITIATED_DISCONNECT");
        assertThat(mill.timestamp().toEpochMilli()).isCloseTo(Instant.now().toEpochMilli(), within());

        GetThingConnectivityDataResponse shed = iot.getThingConnectivityData(r -> r.thingName("shed"));
        assertThat(shed.connected()).isFalse();
        assertThat(shed.timestamp()).isNull();
        assertThatThrownBy(() -> iot.getThingConnectivityData(r -> r.thingName("nobody")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void thereIsOneIndex() {
        assertThat(iot.listIndices(r -> {}).indexNames()).containsExactly("AWS_Things");
        assertThat(iot.describeIndex(r -> r.indexName("AWS_Things")).indexStatusAsString())
                .isEqualTo("ACTIVE");
        assertThatThrownBy(() ->
                        iot.searchIndex(r -> r.indexName("AWS_ThingGroups").queryString("*")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("there is AWS_Things");
    }

    @Test
    void theIndexMayBeSwitchedOnAsOnAwsAndIsOnAnyway() {
        iot.updateIndexingConfiguration(r -> r.thingIndexingConfiguration(
                t -> t.thingIndexingMode("REGISTRY_AND_SHADOW").thingConnectivityIndexingMode("STATUS")));

        ThingIndexingConfiguration is = iot.getIndexingConfiguration(r -> {}).thingIndexingConfiguration();
        assertThat(is.thingIndexingModeAsString()).isEqualTo("REGISTRY_AND_SHADOW");
        assertThat(is.thingConnectivityIndexingModeAsString()).isEqualTo("STATUS");
        assertThat(is.namedShadowIndexingModeAsString()).isEqualTo("OFF");
    }

    @Test
    void whatTheIndexDoesNotHaveCannotBeSwitchedOnNorTheIndexOff() {
        assertThatThrownBy(() -> iot.updateIndexingConfiguration(
                        r -> r.thingIndexingConfiguration(t -> t.thingIndexingMode("OFF"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("thingIndexingMode OFF");
        assertThatThrownBy(() -> iot.updateIndexingConfiguration(r -> r.thingIndexingConfiguration(
                        t -> t.thingIndexingMode("REGISTRY").namedShadowIndexingMode("ON"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("namedShadowIndexingMode ON");
        assertThatThrownBy(() -> iot.updateIndexingConfiguration(
                        r -> r.thingGroupIndexingConfiguration(g -> g.thingGroupIndexingMode("ON"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("thingGroupIndexingMode ON");
    }

    private static Offset<Long> within() {
        return Offset.offset(60_000L);
    }

    private static List<String> find(String query) {
        return search(query).things().stream().map(ThingDocument::thingName).toList();
    }

    private static SearchIndexResponse search(String query) {
        return iot.searchIndex(r -> r.queryString(query));
    }

    private static void report(IotDataPlaneClient data, String thing, String reported) {
        String document = "{\"state\":{\"desired\":{\"status\":\"off\"},\"reported\":" + reported + "}}";
        data.updateThingShadow(r -> r.thingName(thing).payload(SdkBytes.fromUtf8String(document)));
    }
}
