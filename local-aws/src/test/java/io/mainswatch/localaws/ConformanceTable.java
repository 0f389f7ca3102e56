package io.mainswatch.localaws;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of all tables below the heading "Conformance" of docs/local-aws.md. */
final class ConformanceTable {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## Conformance$(.*?)(?=^## |\\z)");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /**
     * @param what operations or a rule
     * @param state done, partly or no
     * @param missing what is not as on AWS
     * @param tests classes, with or without a method
     */
    record Row(String what, String state, String missing, List<String> tests) {}

    private ConformanceTable() {}

    static List<Row> read(String text) {
        String section =
                SECTION.matcher(text).results().findFirst().orElseThrow().group(1);
        return section.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("| ---") && !line.contains("| state |"))
                .map(ConformanceTable::row)
                .toList();
    }

    private static Row row(String line) {
        List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != 6) {
            throw new AssertionError("Not four cells: " + line);
        }
        List<String> tests = NAME.matcher(cells.get(4))
                .results()
                .map(match -> match.group(1))
                .toList();
        return new Row(cells.get(1), cells.get(2), cells.get(3), tests);
    }
}
