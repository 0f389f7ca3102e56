package io.mainswatch.routecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.routecheck.OperatorCheck.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorCheckTest {

    private static final String GOOD = """
            # Sends what the kettle says to the broker.
            - route:
                id: boil
                description: From the kettle to the broker.
                from:
                  id: boil-tick
                  uri: timer
                  parameters:
                    timerName: boil
                    period: 1000
                  steps:
                    - setBody:
                        id: boil-body
                        expression:
                          simple:
                            expression: "hot"
                    - to:
                        id: boil-send
                        uri: paho
                        parameters:
                          topic: kettles/{{mainswatch.thing-name}}
                          brokerUrl: tcp://localhost:{{mainswatch.port}}
                          qos: 1
            """;

    private static final OperatorCheck CHECK = new OperatorCheck(Map.of());

    @TempDir
    Path folder;

    private Path route;
    private Path configuration;

    @BeforeEach
    void aGoodKettle() throws IOException {
        route = folder.resolve("routes/kettle/boil.camel.yaml");
        configuration = folder.resolve("config/kettle/application.properties");
        write(route, GOOD);
        write(configuration, "mainswatch.port=1883\ncamel.main.name=kettle\n");
    }

    @Test
    void goodFilesAreCountedAndNothingIsFound() {
        Report report = check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.routes()).isEqualTo(1);
        assertThat(report.configurations()).isEqualTo(1);
    }

    @Test
    void aMisspeltOptionIsNamedWithItsLineAndTheNearestOne() throws IOException {
        change("qos: 1", "qoss: 1");

        assertThat(finding()).contains("boil.camel.yaml:23: paho has no option qoss; did you mean qos?");
    }

    @Test
    void anOptionOfTheWrongKindIsNamed() throws IOException {
        change("qos: 1", "qos: many");

        assertThat(finding()).contains("boil.camel.yaml:23: paho: qos cannot be \"many\"");
    }

    @Test
    void aMissingOptionThatTheComponentNeedsIsNamed() throws IOException {
        change("topic: kettles/{{mainswatch.thing-name}}", "retained: false");

        assertThat(finding()).contains("boil.camel.yaml:19: paho needs the option topic.");
    }

    @Test
    void anUnknownComponentIsNamed() throws IOException {
        change("uri: paho", "uri: pahoo");

        assertThat(finding()).contains("boil.camel.yaml:19: there is no component \"pahoo\" here.");
    }

    @Test
    void aMisspeltStepIsNamed() throws IOException {
        change("- setBody:", "- setBodyy:");

        assertThat(finding())
                .contains("boil.camel.yaml:12")
                .contains("setBodyy")
                .contains("does not fit the YAML DSL");
    }

    @Test
    void aPlaceholderThatIsNoSettingIsNamed() throws IOException {
        change("{{mainswatch.port}}", "{{mainswatch.prot}}");

        assertThat(finding()).contains("boil.camel.yaml:22: {{mainswatch.prot}} is no setting of kettle.");
    }

    @Test
    void aPlaceholderWithADefaultNeedsNoSetting() throws IOException {
        change("{{mainswatch.port}}", "{{kettle.port:1883}}");

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void aDirectEndpointThatNoRouteReceivesIsNamed() throws IOException {
        write(route, GOOD + "        - to:\n            id: boil-more\n            uri: direct:pour\n");

        assertThat(finding()).contains("no route receives from direct:pour");
    }

    @Test
    void aNameThatEachMessageMakesIsNotLookedFor() throws IOException {
        write(route, GOOD + "        - toD:\n            id: boil-more\n            uri: direct:pour-${body}\n");

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void aRouteThatNothingSendsToIsNamed() throws IOException {
        change(
                "uri: timer\n      parameters:\n        timerName: boil\n        period: 1000",
                "uri: direct\n      parameters:\n        name: pour");

        assertThat(finding()).contains("nothing sends to direct:pour");
    }

    @Test
    void aRouteThatTheProgramItselfSendsToIsNotLonely() throws IOException {
        change(
                "uri: timer\n      parameters:\n        timerName: boil\n        period: 1000",
                "uri: direct\n      parameters:\n        name: whistle");

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void theSameIdInTwoFilesOfOneProgramIsNamed() throws IOException {
        write(
                route.resolveSibling("cool.camel.yaml"),
                GOOD.replace("id: boil\n", "id: cool\n")
                        .replace("boil-tick", "cool-tick")
                        .replace("boil-body", "cool-body"));

        assertThat(finding()).contains("the id boil-send stands also at").contains("boil.camel.yaml:18");
    }

    @Test
    void aRouteIsNamedAfterItsFileAndDescribed() throws IOException {
        change("id: boil\n", "id: simmer\n");
        change("    description: From the kettle to the broker.\n", "");

        assertThat(check().findings())
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "the route's id must be the file's name: write \"id: boil\" or rename the file.",
                        "the route needs a description: a sentence for the operator.");
    }

    @Test
    void aFileWithoutAWordOfExplanationIsNamed() throws IOException {
        change("# Sends what the kettle says to the broker.\n", "");

        assertThat(finding()).contains("boil.camel.yaml:1: must begin with a comment");
    }

    @Test
    void optionsHiddenInTheUriAreNamed() throws IOException {
        change("uri: paho", "uri: paho?qos=1");

        assertThat(finding()).contains("boil.camel.yaml:19").contains("under \"parameters:\"");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() throws IOException {
        change("description: From the kettle", "description: \"From the kettle");

        assertThat(finding()).contains("boil.camel.yaml:").contains("is not YAML");
    }

    @Test
    void aRouteMayUseOnlyTheParametersThatAKameletHas() throws IOException {
        writeWhistle();
        change("uri: timer", "uri: kamelet:whistle");

        assertThat(check().findings())
                .extracting(Finding::what)
                .contains(
                        "the Kamelet whistle has no parameter timerName.",
                        "the Kamelet whistle needs the parameter pitch.");
    }

    @Test
    void aValueThatTheKameletDoesNotTakeIsNamed() throws IOException {
        writeWhistle();
        change(
                "uri: timer\n      parameters:\n        timerName: boil\n        period: 1000",
                "uri: kamelet:whistle\n      parameters:\n        pitch: high!\n        seconds: long\n        tone: sweet\n"
                        + "        loud: maybe");

        assertThat(check().findings())
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "the Kamelet whistle: pitch cannot be \"high!\"; it must match [a-z]+.",
                        "the Kamelet whistle: seconds cannot be \"long\"; it must be a whole number.",
                        "the Kamelet whistle: tone cannot be \"sweet\"; it must be one of sharp, flat.",
                        "the Kamelet whistle: loud cannot be \"maybe\"; it must be true or false.");
    }

    @Test
    void aPlaceholderOrAFittingValueOfAKameletsParameterIsFine() throws IOException {
        writeWhistle();
        change(
                "uri: timer\n      parameters:\n        timerName: boil\n        period: 1000",
                "uri: kamelet:whistle\n      parameters:\n        pitch: \"{{mainswatch.thing-name}}\"\n        seconds: 3\n"
                        + "        tone: flat\n        loud: true");

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void aWrongSettingIsNamedWithFileAndLine() throws IOException {
        write(configuration, "# where\nmainswatch.port=70000\n");

        assertThat(finding())
                .contains("application.properties:2: mainswatch.port = 70000: must be a whole number from 1 to 65535.");
    }

    @Test
    void aMisspeltKeyOfCamelIsNamedWithFileAndLine() throws IOException {
        write(configuration, "camel.main.nam=kettle\n");

        assertThat(finding()).contains("application.properties:1: ").contains("nam");
    }

    @Test
    void aValueThatIsStillToBeFilledInIsNoMistakeOfTheFiles() {
        assertThat(check().findings()).isEmpty();
    }

    private Report check() {
        return CHECK.check(folder.resolve("routes"), folder.resolve("config"));
    }

    private String finding() {
        assertThat(check().findings()).hasSize(1);
        return check().findings().get(0).toString();
    }

    private void writeWhistle() throws IOException {
        write(folder.resolve("routes/kamelets/whistle.kamelet.yaml"), """
                # A whistle.
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: whistle
                spec:
                  definition:
                    title: Whistle
                    required: [pitch]
                    properties:
                      pitch:
                        title: Pitch
                        type: string
                        pattern: "[a-z]+"
                      seconds:
                        title: Seconds
                        type: integer
                      tone:
                        title: Tone
                        type: string
                        enum: ["sharp", "flat"]
                      loud:
                        title: Loud
                        type: boolean
                  template:
                    from:
                      uri: timer
                      parameters:
                        timerName: "{{pitch}}"
                      steps:
                        - to:
                            uri: kamelet:sink
                """);
    }

    private void change(String from, String to) throws IOException {
        String text = Files.readString(route);
        assertThat(text).contains(from);
        write(route, text.replace(from, to));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
