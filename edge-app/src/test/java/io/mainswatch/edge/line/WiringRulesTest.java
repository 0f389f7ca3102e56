package io.mainswatch.edge.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.settings.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringRulesTest {

    @Test
    void linesAndNamesOfTheirOwnAreFine() {
        assertThat(check(
                        input("power", 4, "status"),
                        input("door", 17, "doorStatus"),
                        new Wire.Output("door", 22, "output-door.camel.yaml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"device", "event", "outputs", "refused", "report", "settings", "status"})
    void noInputMayTakeAMemberOfTheContract(String name) {
        assertThat(check(input(name, 17, name + "Status")))
                .singleElement()
                .asString()
                .contains("the input " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "front door", "a.b", "é"})
    void aNameThatTheCloudWouldNotReadIsRefused(String name) {
        assertThat(check(input(name, 17, "level")))
                .containsExactly("input.camel.yaml: name \"" + name
                        + "\" must be a letter and up to 63 letters, digits, hyphens or underscores.");
    }

    @Test
    void aLongNameIsNotRepeatedInFull() {
        assertThat(check(input("n".repeat(9_000), 17, "level")))
                .singleElement()
                .asString()
                .contains("nnn...\"")
                .hasSizeLessThan(250);
    }

    @Test
    void twoInputsCannotShareAPropertyNorOneTheOthersName() {
        assertThat(check(input("power", 4, "status"), input("door", 17, "status"), input("gate", 18, "door")))
                .containsExactly(
                        "input.camel.yaml: the input door and the input power (input.camel.yaml) would both be reported"
                                + " as status. Rename one, or give it another property.",
                        "input.camel.yaml: the input gate and the input door (input.camel.yaml) would both be reported"
                                + " as door. Rename one, or give it another property.");
    }

    @Test
    void twoOutputsCannotHaveOneName() {
        assertThat(check(new Wire.Output("siren", 17, "a.yaml"), new Wire.Output("siren", 18, "b.yaml")))
                .containsExactly("b.yaml: the output siren is there twice. Rename one.");
    }

    @Test
    void whatIsNoLineIsRefused() {
        assertThat(check(input("power", Wiring.NO_LINE, "status")))
                .containsExactly(
                        "input.camel.yaml: the input power has no line: it must be a whole number from 0 to 9999.");
    }

    private static Wire.Input input(String name, int line, String property) {
        return new Wire.Input(name, line, "input.camel.yaml", property);
    }

    private static List<String> check(Wire... wires) {
        return WiringRules.check(new Wiring(List.of(wires))).stream()
                .map(Problem::toString)
                .toList();
    }
}
