package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Laws that hold for every shadow and every request. */
class ShadowPropertiesTest {

    private static final ShadowName LAMP = ShadowName.classic("lamp-1");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @BeforeTry
    LocalShadows shadows = new LocalShadows();

    @Property
    void whatAnUpdateSaysIsWhatTheNextGetShows(
            @ForAll("sections") ObjectNode before, @ForAll("sections") ObjectNode patch) {
        update("reported", before);
        update("reported", patch);

        assertShown(patch, section("reported"));
    }

    @Property
    void whatAnUpdateDoesNotNameStaysWithItsStamp(
            @ForAll("sections") ObjectNode before, @ForAll("sections") ObjectNode patch) {
        update("reported", before);
        JsonNode old = shadows.read(LAMP).json();
        shadows.pass(Duration.ofSeconds(1));
        update("reported", patch);
        JsonNode now = shadows.read(LAMP).json();

        old.at("/state/reported").properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !patch.has(name))
                .forEach(name -> {
                    for (String part : List.of("state", "metadata")) {
                        assertThat(now.path(part).path("reported").get(name))
                                .isEqualTo(old.path(part).path("reported").get(name));
                    }
                });
    }

    @Property
    void thereIsADeltaExactlyWhenReportedDoesNotCoverDesired(
            @ForAll("sections") ObjectNode desired, @ForAll("sections") ObjectNode reported) {
        update("desired", desired);
        UpdateOutcome.Accepted outcome = update("reported", reported);

        assertThat(outcome.delta().isEmpty()).isEqualTo(covers(section("reported"), section("desired")));
        assertThat(shadows.read(LAMP).json().path("state").has("delta"))
                .isEqualTo(outcome.delta().isPresent());
    }

    @Property
    void reportingTheDeltaClosesIt(@ForAll("sections") ObjectNode desired, @ForAll("sections") ObjectNode reported) {
        update("reported", reported);
        update("desired", desired).delta().ifPresent(delta -> {
            UpdateOutcome.Accepted closed =
                    update("reported", (ObjectNode) delta.json().get("state"));

            assertThat(closed.delta()).isEmpty();
        });
    }

    @Property
    void everyAcceptedUpdateTakesOneVersionAndNoRefusedOneChangesAnything(
            @ForAll @Size(max = 12) List<@From("requests") String> requests) {
        for (String request : requests) {
            ShadowState before = shadows.state(LAMP);
            UpdateOutcome outcome = shadows.update(LAMP, LocalShadows.utf8(request));
            if (outcome instanceof UpdateOutcome.Accepted accepted) {
                assertThat(accepted.next().version()).isEqualTo(before.version() + 1);
                for (Payload message :
                        List.of(accepted.accepted(), accepted.delta().orElse(accepted.accepted()))) {
                    assertThat(message.json().get("version").longValue())
                            .isEqualTo(accepted.next().version());
                }
                assertThat(accepted.documents().json().at("/current/version").longValue())
                        .isEqualTo(accepted.next().version());
            } else {
                assertThat(shadows.state(LAMP)).isEqualTo(before);
            }
        }
    }

    @Property
    void metadataHasTheShapeOfTheState(
            @ForAll("sections") ObjectNode desired, @ForAll("sections") ObjectNode reported) {
        update("desired", desired);
        update("reported", reported);
        update("desired", reported);
        ObjectNode read = shadows.read(LAMP).json();
        read.withObjectProperty("state").remove("delta");

        assertSameShape(read.get("state"), read.get("metadata"));
    }

    @Property
    void aStateComesBackFromAStoreAsItWas(
            @ForAll("sections") ObjectNode desired, @ForAll("sections") ObjectNode reported) {
        update("desired", desired);
        shadows.pass(Duration.ofSeconds(5));
        update("reported", reported);
        ShadowState state = shadows.state(LAMP);

        assertThat(ShadowStateCodec.decode(ShadowStateCodec.encode(state))).isEqualTo(state);
    }

    @Property
    void noBytesBreakAnything(@ForAll byte[] payload) throws Exception {
        assertAnswered(payload);
    }

    @Property
    void noDamagedRequestBreaksAnything(@ForAll("requests") String request, @ForAll int position, @ForAll byte damage)
            throws Exception {
        byte[] payload = LocalShadows.utf8(request);
        payload[Math.floorMod(position, payload.length)] = damage;

        assertAnswered(payload);
    }

    private void assertAnswered(byte[] payload) throws Exception {
        if (shadows.update(LAMP, payload) instanceof Rejected rejected) {
            assertThat(rejected.code()).isIn(400, 409, 413);
            assertThat(Vector.JSON
                            .readTree(rejected.body().bytes())
                            .get("message")
                            .textValue())
                    .isEqualTo(rejected.message());
        } else {
            Vector.JSON.readTree(shadows.read(LAMP).bytes());
        }
        shadows.get(LAMP, payload);
        assertThat(shadows.delete(LAMP, payload) instanceof Rejected rejected && rejected.code() != 404)
                .isFalse();
    }

    private UpdateOutcome.Accepted update(String section, ObjectNode patch) {
        ObjectNode request = NODES.objectNode();
        request.putObject("state").set(section, patch);
        return shadows.accepted(LAMP, request.toString());
    }

    private JsonNode section(String name) {
        return shadows.read(LAMP).json().path("state").path(name);
    }

    private static void assertShown(JsonNode patch, JsonNode stored) {
        patch.properties().forEach(member -> {
            JsonNode shown = stored.path(member.getKey());
            if (member.getValue().isNull()) {
                assertThat(shown.isMissingNode()).isTrue();
            } else if (member.getValue().isObject()) {
                assertThat(shown.isObject()).isTrue();
                assertShown(member.getValue(), shown);
            } else {
                assertThat(shown).isEqualTo(member.getValue());
            }
        });
    }

    /** Whether the second would change nothing if it were merged into the first. */
    private static boolean covers(JsonNode reported, JsonNode desired) {
        return desired.properties().stream().allMatch(member -> {
            JsonNode actual = reported.path(member.getKey());
            return member.getValue().isObject()
                    ? actual.isObject() && covers(actual, member.getValue())
                    : actual.equals(member.getValue());
        });
    }

    private static void assertSameShape(JsonNode state, JsonNode metadata) {
        if (state.isObject()) {
            assertThat(names(metadata)).isEqualTo(names(state));
            state.properties().forEach(member -> assertSameShape(member.getValue(), metadata.get(member.getKey())));
        } else if (state.isArray()) {
            assertThat(metadata).hasSameSizeAs(state);
            for (int i = 0; i < state.size(); i++) {
                assertSameShape(state.get(i), metadata.get(i));
            }
        } else {
            assertThat(names(metadata)).containsExactly("timestamp");
        }
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
    }

    /** Few names and values, so that patches meet what is there. */
    @Provide
    Arbitrary<ObjectNode> sections() {
        return objects(values(2));
    }

    private static Arbitrary<JsonNode> values(int depth) {
        Arbitrary<JsonNode> elements = Arbitraries.of(
                NODES.numberNode(1),
                NODES.numberNode(0),
                NODES.numberNode(new BigDecimal("21.5")),
                NODES.numberNode(new BigInteger("90071992547409930000")),
                NODES.booleanNode(true),
                NODES.textNode(""),
                NODES.textNode("1"),
                NODES.textNode("é\uD83D\uDE00\u0000"),
                NODES.objectNode().put("a", 1),
                NODES.arrayNode());
        Arbitrary<JsonNode> flat = Arbitraries.oneOf(
                elements,
                Arbitraries.just(NODES.nullNode()),
                elements.list().ofMaxSize(3).map(list -> NODES.arrayNode().addAll(list)));
        return depth == 0 ? flat : Arbitraries.oneOf(flat, objects(values(depth - 1)));
    }

    private static Arbitrary<ObjectNode> objects(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "timestamp", "state", ""), values)
                .ofMaxSize(4)
                .map(members -> NODES.objectNode().setAll(members));
    }

    /** Sound requests and requests with a fault. */
    @Provide
    Arbitrary<String> requests() {
        return Arbitraries.oneOf(
                sections().map(section -> "{\"state\":{\"desired\":" + section + "},\"clientToken\":\"t\"}"),
                sections().map(section -> "{\"state\":{\"reported\":" + section + "}}"),
                sections().map(section -> "{\"state\":" + section + ",\"version\":1}"),
                Arbitraries.of(
                        "{\"state\":null}",
                        "{\"state\":{\"desired\":null}}",
                        "{\"state\":{},\"version\":2}",
                        "{\"state\":{\"reported\":{\"a\":[null]}}}",
                        "{\"state\":{\"reported\":{\"big\":\"" + "x".repeat(5000) + "\"}}}",
                        "{\"state\":{\"desired\":{\"big\":\"" + "x".repeat(5000) + "\"}}}",
                        "{\"state\":[]}",
                        "[]"));
    }
}
