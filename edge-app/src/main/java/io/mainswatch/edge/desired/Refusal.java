package io.mainswatch.edge.desired;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something desired that this device does not do.
 *
 * @param path where it stands below {@code desired}, for example {@code outputs.siren}
 * @param value what stands there
 * @param reason why not, and what would do
 */
record Refusal(String path, Object value, String reason) {

    /** The shadow holds 8 KB in all: what is sent back is cut. */
    private static final int LONGEST = 60;

    /** Member {@code refused} of the reported state holds a list of these. */
    Map<String, Object> asReported() {
        Map<String, Object> reported = new LinkedHashMap<>();
        reported.put("name", cut(path));
        reported.put("value", shown());
        reported.put("reason", cut(reason, 3 * LONGEST));
        return reported;
    }

    private String shown() {
        return cut(String.valueOf(value).replaceAll("\\p{Cntrl}", " "));
    }

    private static String cut(String text) {
        return cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    /** For the log. */
    @Override
    public String toString() {
        return "desired." + cut(path.replaceAll("\\p{Cntrl}", " ")) + " = " + shown() + ": " + reason;
    }
}
