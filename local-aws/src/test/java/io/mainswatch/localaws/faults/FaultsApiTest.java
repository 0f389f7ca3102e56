package io.mainswatch.localaws.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults as a script arms them. */
class FaultsApiTest {

    private static final String FAULTS = "/_faults";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private final ConsoleClient http = new ConsoleClient(LOCAL.aws());

    @Test
    void theCatalogueNamesEveryKindWithItsParametersAndDefaults() {
        JsonNode kinds = http.get(FAULTS).get("kinds");

        assertThat(kinds.findValuesAsText("fault"))
                .containsExactly(
                        "presence-duplicate",
                        "presence-reorder",
                        "presence-delay",
                        "presence-drop",
                        "presence-skew",
                        "broker-stop",
                        "link-cut",
                        "puback-withhold",
                        "deliver-twice",
                        "shadow-reject",
                        "registry-throttle",
                        "http-slow",
                        "http-error",
                        "ses-throttle",
                        "ses-quota",
                        "ses-paused",
                        "ses-timeout",
                        "ses-delay",
                        "ses-bounce-transient",
                        "ses-bounce-permanent",
                        "ses-complaint",
                        "ses-suppressed");
        JsonNode skew = kinds.get(4).get("parameters");
        assertThat(skew.findValuesAsText("name")).containsExactly("skew", "thing", "times", "for");
        assertThat(skew.get(0).get("default").asText()).isEqualTo("120s");
        assertThat(skew.get(1).has("default")).isFalse();
        for (JsonNode kind : kinds) {
            assertThat(kind.get("about").asText()).endsWith(".");
        }
    }

    @Test
    void anArmedFaultIsListedWithAllThatItWasGivenAndGoesWhenItIsDisarmed() throws JsonProcessingException {
        JsonNode armed = json(put("presence-skew", """
                {"thing":"cabin","skew":"-90s","times":3,"for":"10m"}"""));

        JsonNode listed = http.get(FAULTS).get("faults").get(0);
        assertThat(listed).isEqualTo(armed);
        assertThat(listed.get("fault").asText()).isEqualTo("presence-skew");
        assertThat(listed.get("thing").asText()).isEqualTo("cabin");
        assertThat(listed.get("skew").asText()).isEqualTo("-90s");
        assertThat(listed.get("times").asInt()).isEqualTo(3);
        assertThat(listed.get("remaining").asInt()).isEqualTo(3);
        assertThat(listed.get("struck").asInt()).isZero();
        assertThat(listed.get("armed").asBoolean()).isTrue();
        assertThat(listed.get("until").asText()).endsWith("Z");

        JsonNode over = http.delete(FAULTS + "/presence-skew").get("faults").get(0);
        assertThat(over.get("armed").asBoolean()).isFalse();
    }

    @Test
    void anEmptyOrderHasTheDefaults() throws JsonProcessingException {
        JsonNode armed = json(put("shadow-reject", ""));

        assertThat(armed.get("code").asInt()).isEqualTo(409);
        assertThat(armed.has("times")).isFalse();
        assertThat(armed.has("until")).isFalse();
        assertThat(http.delete(FAULTS).get("faults").findValuesAsText("armed")).containsOnly("false");
    }

    @Test
    void aLinkIsCutOnceUnlessTheOrderSaysHowOftenOrHowLong() throws JsonProcessingException {
        assertThat(json(put("link-cut", "{\"thing\":\"nobody\"}")).get("times").asInt())
                .isEqualTo(1);
        assertThat(json(put("link-cut", "{\"thing\":\"nobody\",\"for\":\"1m\"}"))
                        .has("times"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "presence-skew | {\"skew\":\"3m\"}        | skew  | 3m       | must be a time such as 500ms, 30s or 2m, from -2m to 2m",
                "presence-skew | {\"skew\":90}            | skew  | 90       | must be a time such as 500ms, 30s or 2m, from -2m to 2m",
                "shadow-reject | {\"code\":404}           | code  | 404      | must be one of [409, 429, 500]",
                "ses-throttle  | {\"times\":0}            | times | 0        | must be a whole number from 1 to 1000000",
                "ses-throttle  | {\"times\":[1]}          | times | [1]      | must be a whole number from 1 to 1000000",
                "ses-throttle  | {\"for\":\"soon\"}       | for   | soon     | must be a time such as 500ms, 30s or 2m, from 1ms to 1d",
                "ses-throttle  | {\"thing\":\"cabin\"}    | thing | cabin    | is not a parameter of this fault; use address, times, for",
                "http-slow     | {\"service\":\"s3\"}     | service | s3     | must be one of [iot, data, ses]",
                "presence-drop | {\"thing\":\" \"}        | thing | ' '      | must be a text that is not empty",
                "broker-stop   | {\"times\":1}            | times | 1        | is not a parameter of this fault; use for",
                "ses-throttle  | [1]                      | body  | [1]      | 'must be a JSON object, such as {\"times\":1}'",
                "ses-throttle  | no json                  | body  | no json  | 'must be a JSON object, such as {\"times\":1}'",
            })
    void aBadOrderIsRefusedWithFieldValueAndRemedy(String kind, String body, String field, String value, String remedy)
            throws JsonProcessingException {
        HttpResponse<String> response = put(kind, body);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode complaint = JSON.readTree(response.body());
        assertThat(complaint.get("field").asText()).isEqualTo(field);
        assertThat(complaint.get("value").asText()).isEqualTo(value);
        assertThat(complaint.get("remedy").asText()).isEqualTo(remedy);
        assertThat(complaint.get("message").asText()).isEqualTo(field + " '" + value + "': " + remedy);
        assertThat(LOCAL.aws().faults().list()).noneMatch(Arming::isArmed);
    }

    @Test
    void aKindThatIsNoneSaysWhatThereIs() throws JsonProcessingException {
        HttpResponse<String> response = put("earthquake", "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).get("remedy").asText())
                .startsWith("is not a kind of fault; use presence-duplicate, ");
    }

    @Test
    void thereIsAnEndToWhatCanBeArmed() {
        for (int i = 0; i < 1_000; i++) {
            LOCAL.aws().faults().arm(FaultOrder.of(new PresenceFault.Drop()).only("thing-" + i));
        }

        HttpResponse<String> refused = put("presence-drop", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("is one too many, 1000 are armed; disarm all: DELETE /_faults");
        http.delete(FAULTS);
        assertThat(put("presence-drop", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String kind, String body) {
        return http.put(FAULTS + "/" + kind, body);
    }

    private static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
