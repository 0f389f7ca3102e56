package io.mainswatch.localaws;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.ConformanceTable.Row;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iot.IotClient;

/** What docs/local-aws.md says about the code is so. */
class DocumentationTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    /** A code block that names the file from which it comes. */
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- from (\\S+) -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern OPERATIONS = Pattern.compile("\\(([A-Z]\\w+(?:, [A-Z]\\w+)*)\\)");

    /** A row of the table of faults: names, and an order in JSON. */
    private static final Pattern FAULT = Pattern.compile("(?m)^\\| (`[a-z`, -]+`) \\| [^|]+ \\| `(\\{.*})` \\|$");

    private static final Pattern POLICY = Pattern.compile("(?s)```json\\n(.*?)```");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String text;
    private static List<Row> table;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(Path.of("../docs/local-aws.md"));
        table = ConformanceTable.read(text);
    }

    @Test
    void itsExamplesAreThoseThatAreTested() throws IOException {
        List<MatchResult> snippets = SNIPPET.matcher(text).results().toList();
        assertThat(snippets).hasSizeGreaterThanOrEqualTo(4);
        for (MatchResult snippet : snippets) {
            String file = Files.readString(Path.of("..", snippet.group(1)));
            assertThat(withoutIndentation(file)).as(snippet.group(1)).contains(withoutIndentation(snippet.group(2)));
        }
    }

    @Test
    void whatIsDoneHasATestAndWhatIsPartlyDoneAlsoSaysWhatIsMissing() {
        assertThat(table).hasSizeGreaterThan(100);
        assertThat(table)
                .filteredOn(row -> switch (row.state()) {
                    case "done" -> row.tests().isEmpty() || !row.missing().isEmpty();
                    case "partly" -> row.tests().isEmpty() || row.missing().isEmpty();
                    case "no" -> !row.tests().isEmpty();
                    default -> true;
                })
                .isEmpty();
    }

    @Test
    void theTestsThatTheTableNamesExist() throws IOException {
        for (Row row : table) {
            for (String test : row.tests()) {
                String[] names = test.split("#");
                String source = Files.readString(source(names[0] + ".java"));
                if (names.length > 1) {
                    assertThat(source).as(row.what()).containsPattern("\\bvoid " + names[1] + "\\(");
                }
            }
        }
    }

    @Test
    void everyOperationThatIsServedIsInTheTable() throws Exception {
        String all = table.stream().map(Row::what).collect(joining(" "));
        HttpRequest unknown = HttpRequest.newBuilder(URI.create(LOCAL.aws().httpEndpoint() + "/jobs"))
                .build();
        String known = send(unknown).body();
        Matcher lists = OPERATIONS.matcher(known);
        List<String> operations = lists.results()
                .flatMap(list -> Stream.of(list.group(1).split(", ")))
                .toList();
        assertThat(operations)
                .hasSizeGreaterThan(80)
                .allSatisfy(operation -> assertThat(all).contains("`" + operation + "`"));
    }

    @Test
    void itsTableOfFaultsHasAllOfThemAndTheExamplesCanBeArmed() throws Exception {
        List<String> named = new ArrayList<>();
        for (MatchResult row : FAULT.matcher(text).results().toList()) {
            for (String kind : row.group(1).split(", ")) {
                String name = kind.replace("`", "");
                HttpRequest order = HttpRequest.newBuilder(faults("/" + name))
                        .PUT(HttpRequest.BodyPublishers.ofString(row.group(2)))
                        .build();
                assertThat(send(order).statusCode()).as(name).isEqualTo(200);
                LOCAL.aws().faults().disarmAll();
                named.add(name);
            }
        }
        JsonNode kinds = JSON.readTree(
                        send(HttpRequest.newBuilder(faults("")).build()).body())
                .get("kinds");
        assertThat(kinds.findValuesAsText("fault")).containsExactlyInAnyOrderElementsOf(named);
        awaitBroker();
    }

    @Test
    void itsPolicyIsOneThatIsTaken() {
        String policy = POLICY.matcher(text).results().findFirst().orElseThrow().group(1);
        try (IotClient iot = AwsClients.iot(LOCAL.aws())) {
            iot.createPolicy(r -> r.policyName("own-shadow").policyDocument(policy));
            assertThat(iot.getPolicy(r -> r.policyName("own-shadow")).policyDocument())
                    .isEqualTo(policy);
        }
    }

    /** The example of broker-stop may have closed its port for a moment. */
    private static void awaitBroker() {
        await("the broker takes clients").ignoreExceptions().atMost(10, SECONDS).until(() -> {
            MqttProbe.connect(LOCAL.aws(), "reader").close();
            return true;
        });
    }

    private static URI faults(String kind) {
        return URI.create(LOCAL.aws().httpEndpoint() + "/_faults" + kind);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Path source(String file) throws IOException {
        for (Path tests : List.of(Path.of("src/test/java"), Path.of("../device-shadow/src/test/java"))) {
            try (Stream<Path> all = Files.walk(tests)) {
                List<Path> found = all.filter(path -> path.endsWith(file)).toList();
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
        }
        throw new AssertionError("There is no test " + file);
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(joining("\n"));
    }
}
