package io.mainswatch.edge.line;

import io.mainswatch.settings.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold of all lines together, so that the shadow says of each what it is, and no two fight for one. */
public final class WiringRules {

    /** Members of the reported state that are not for inputs. */
    static final Set<String> RESERVED =
            Set.of("check", "commissioned", "device", "event", "journal", "outputs", "refused", "report", "settings");

    /** For input names only: the usual property of the mains. */
    private static final String STATUS = "status";

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,63}");

    private static final int LONGEST_SHOWN = 80;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Integer, Wire> lines = new HashMap<>();
    private final Map<String, Wire> outputs = new HashMap<>();
    private final Map<String, Wire> members = new HashMap<>();

    private WiringRules() {}

    /** What is wrong with the wiring; empty if nothing is. */
    public static List<Problem> check(Wiring wiring) {
        WiringRules rules = new WiringRules();
        for (Wire wire : wiring.wires()) {
            if (rules.name(wire, "name", wire.name())) {
                rules.line(wire);
                if (wire instanceof Wire.Input input) {
                    rules.input(input);
                } else {
                    rules.output(wire);
                }
            }
        }
        return rules.problems;
    }

    private void line(Wire wire) {
        if (wire.line() == Wiring.NO_LINE) {
            problem(wire, wire + " has no line: it must be a whole number from 0 to 9999.");
            return;
        }
        Wire other = lines.putIfAbsent(wire.line(), wire);
        if (other != null) {
            problem(
                    wire,
                    wire + " and " + other + " (" + other.file() + ") are both on line " + wire.line()
                            + ". Give one of them another.");
        }
    }

    private void input(Wire.Input input) {
        if (input.name().equals(STATUS)) {
            problem(input, input + " would be taken for the level of power. Rename it.");
        }
        member(input, input.name());
        if (name(input, "property", input.property())) {
            member(input, input.property());
        }
    }

    private void output(Wire output) {
        if (outputs.putIfAbsent(output.name(), output) != null) {
            problem(output, output + " is there twice. Rename one.");
        }
    }

    private boolean name(Wire wire, String what, String name) {
        boolean fine = NAME.matcher(name).matches();
        if (!fine) {
            problem(
                    wire,
                    what + " \"" + (name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "..." : name)
                            + "\" must be a letter and up to 63 letters, digits, hyphens or underscores.");
        }
        return fine;
    }

    private void member(Wire.Input input, String member) {
        if (RESERVED.contains(member)) {
            problem(input, input + " would be reported as " + member + ", which has another meaning. Rename it.");
            return;
        }
        Wire other = members.putIfAbsent(member, input);
        if (other != null) {
            problem(
                    input,
                    input + " and " + other + " (" + other.file() + ") would both be reported as " + member
                            + ". Rename one, or give it another property.");
        }
    }

    private void problem(Wire wire, String what) {
        problems.add(new Problem(wire.file(), 0, false, what));
    }
}
