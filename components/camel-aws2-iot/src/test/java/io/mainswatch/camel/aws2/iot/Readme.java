package io.mainswatch.camel.aws2.iot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The page of the components: its text and the routes in it. */
public final class Readme {

    private Readme() {}

    static String text() {
        try {
            return Files.readString(Path.of("README.adoc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every route of the page, as YAML. */
    static Stream<String> routes() {
        return blocks("yaml");
    }

    /** Every block of source code in a language. */
    static Stream<String> blocks(String language) {
        return Pattern.compile("\\[source," + language + "]\n----\n(.*?)\n----\n", Pattern.DOTALL)
                .matcher(text())
                .results()
                .map(match -> match.group(1));
    }

    /** What the page tells Maven users to put into their POM, in one line. */
    static String dependency() {
        return withoutSpace(blocks("xml").findFirst().orElseThrow());
    }

    static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** The cells of the row that describes an operation, without its name. */
    public static List<String> operation(String name) {
        String row = text().lines()
                .filter(line -> line.startsWith("| " + name + " | "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no operation " + name));
        return Stream.of(row.split("\\|")).skip(2).map(String::strip).toList();
    }

    static void load(String route, CamelContext context) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("readme.camel.yaml", route));
    }
}
