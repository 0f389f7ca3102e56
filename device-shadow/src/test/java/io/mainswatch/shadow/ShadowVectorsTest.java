package io.mainswatch.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every conformance vector through the public API. What a source shows of AWS must hold. Where AWS's behaviour is
 * contested, what we do is printed with the reason, and a case that comes out otherwise counts as skipped.
 */
class ShadowVectorsTest {

    @TestFactory
    Stream<DynamicTest> whatIsKnownOfAws() throws IOException {
        return vectors(true).map(vector -> DynamicTest.dynamicTest(title(vector), () -> run(vector)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsContested() throws IOException {
        Properties reasons = reasons();
        return vectors(false)
                .map(vector -> DynamicTest.dynamicTest(title(vector), () -> {
                    String reason = reasons.getProperty(vector.id());
                    assertThat(reason).as("contested.properties says why").isNotBlank();
                    try {
                        run(vector);
                        System.out.println("contested " + title(vector) + ": so do we; " + reason);
                    } catch (AssertionError difference) {
                        System.out.println("contested " + title(vector) + ": we differ; " + difference.getMessage());
                        Assumptions.abort(difference.getMessage());
                    }
                }));
    }

    private static Properties reasons() throws IOException {
        Properties reasons = new Properties();
        try (InputStream file = ShadowVectorsTest.class.getResourceAsStream("contested.properties")) {
            reasons.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return reasons;
    }

    private static Stream<Vector> vectors(boolean sure) throws IOException {
        return Vector.all().stream().filter(vector -> vector.sure() == sure);
    }

    private static String title(Vector vector) {
        return vector.id() + ": " + vector.about();
    }

    private static void run(Vector vector) throws IOException {
        LocalShadows shadows = new LocalShadows();
        for (Vector.Step step : vector.steps()) {
            Map<String, Payload> published = switch (step.operation()) {
                case UPDATE -> published(shadows.update(name(step), step.payload()));
                case GET -> published(shadows.get(name(step), step.payload()));
                case DELETE -> published(shadows.delete(name(step), step.payload()));
            };
            check(step.expect(), published);
        }
    }

    private static ShadowName name(Vector.Step step) {
        return new ShadowName("thing1", step.shadow());
    }

    private static void check(JsonNode expect, Map<String, Payload> published) throws IOException {
        if (!expect.has("rejected")) {
            assertThat(published).containsKey("accepted");
        }
        for (Map.Entry<String, JsonNode> expected : expect.properties()) {
            String topic = expected.getKey();
            if (expected.getValue().equals(NullNode.getInstance())) {
                assertThat(published).doesNotContainKey(topic);
            } else {
                assertThat(published).containsKey(topic);
                JsonNode actual = Vector.JSON.readTree(published.get(topic).bytes());
                if (topic.equals("rejected")) {
                    Expectation.assertMatchesListed(topic, expected.getValue(), actual);
                } else {
                    Expectation.assertMatches(topic, expected.getValue(), actual);
                }
            }
        }
    }

    private static Map<String, Payload> published(UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Accepted accepted) {
            Map<String, Payload> messages = new LinkedHashMap<>();
            messages.put("accepted", accepted.accepted());
            messages.put("documents", accepted.documents());
            accepted.delta().ifPresent(delta -> messages.put("delta", delta));
            return messages;
        }
        return Map.of("rejected", ((Rejected) outcome).body());
    }

    private static Map<String, Payload> published(GetOutcome outcome) {
        return outcome instanceof GetOutcome.Accepted accepted
                ? Map.of("accepted", accepted.accepted())
                : Map.of("rejected", ((Rejected) outcome).body());
    }

    private static Map<String, Payload> published(DeleteOutcome outcome) {
        return outcome instanceof DeleteOutcome.Accepted accepted
                ? Map.of("accepted", accepted.accepted())
                : Map.of("rejected", ((Rejected) outcome).body());
    }
}
