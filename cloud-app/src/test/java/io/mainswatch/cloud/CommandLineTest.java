package io.mainswatch.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.cloud.database.DatabaseAddress;
import io.mainswatch.cloud.settings.CloudSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator types them, beside a running cloud app. */
class CommandLineTest {

    private static final String UUID_LINE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n";

    @TempDir
    static Path folder;

    private static StandIn aws;
    private static RunningCloud cloud;
    private static Properties properties;

    @BeforeAll
    static void start() throws Exception {
        aws = StandIn.start(folder.resolve("aws"));
        DatabaseAddress database = Databases.create();
        cloud = RunningCloud.start(folder, database, aws.keys());
        properties = new Properties();
        properties.putAll(aws.keys());
        properties.put(CloudSettings.ENDPOINT, "127.0.0.1");
        properties.put(CloudSettings.MAIL_FROM, "alarm@example.org");
        properties.put(CloudSettings.DATABASE_URL, database.url());
        properties.put(CloudSettings.DATABASE_USER, database.user());
        properties.put(CloudSettings.DATABASE_PASSWORD, database.password());
        properties.put(CloudSettings.OPERATOR_ROUTES, "../routes/operator");
    }

    @AfterAll
    static void stop() throws Exception {
        cloud.close();
        aws.close();
    }

    @Test
    void anAccountIsAddedOnceAndGainsOwners() throws Exception {
        Result first = run("account", "add", "--name", "Cabin", "--owner", "ann@example.org");
        Result second =
                run("account", "add", "--name", "Cabin", "--owner", "Ann@Example.org", "bob@example.org", "--json");

        assertThat(first.out()).matches(UUID_LINE);
        assertThat(second.out())
                .contains("\"id\":\"" + first.out().trim() + "\"")
                .contains("\"name\":\"Cabin\"");
        assertThat(run("account", "list").out())
                .contains(first.out().trim() + "  Cabin  ann@example.org, bob@example.org\n");
    }

    @Test
    void aDeviceIsRegisteredWithItsAccountAndSite() throws Exception {
        String account = run("account", "add", "--name", "Lake", "--owner", "ann@example.org")
                .out()
                .trim();

        assertThat(run(
                        "device",
                        "add",
                        "lake",
                        "--account",
                        account,
                        "--name",
                        "Cabin by the lake",
                        "--zone",
                        "Europe/Berlin"))
                .returns("lake\n", Result::out)
                .returns(0, Result::code);
        assertThat(run("device", "add", "lake", "--account", account, "--name", "Hut")
                        .code())
                .isZero();

        assertThat(run("device", "list").out()).contains("lake  " + account + "  Hut  UTC\n");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws Exception {
        String account = "00000000-0000-4000-8000-000000000000";

        assertThat(run("device", "add", "lake", "--account", account, "--name", "x"))
                .returns(1, Result::code)
                .returns("There is no account " + account + ". See account list, or account add.\n", Result::err);
        assertThat(run("device", "add", "a b", "--account", account, "--name", "x")
                        .err())
                .startsWith("a b: a thing name has")
                .hasLineCount(1);
        assertThat(run("device", "add", "lake", "--account", account, "--name", "x", "--zone", "Mars")
                        .err())
                .isEqualTo("--zone Mars: must be a zone such as Europe/Berlin or UTC.\n");
        assertThat(run("account", "add", "--name", " ", "--owner", "ann@example.org")
                        .err())
                .contains("must be 1 to 200 characters on one line");
        assertThat(run("account", "add", "--name", "x", "--owner", "ann").err())
                .contains("ann is not a plain e-mail address");
    }

    @Test
    void aRegistryThatIsAwayIsSaid() throws Exception {
        String account = run("account", "add", "--name", "Away", "--owner", "ann@example.org")
                .out()
                .trim();
        Properties away = new Properties();
        away.putAll(properties);
        away.put(CloudSettings.AWS_ENDPOINT, "http://127.0.0.1:" + RunningCloud.freePort());

        assertThat(run(away, "device", "add", "x", "--account", account, "--name", "x"))
                .returns(1, Result::code)
                .extracting(Result::err)
                .asString()
                .startsWith("The device registry cannot be used: ")
                .contains("mainswatch.aws-endpoint")
                .hasLineCount(1);
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() throws Exception {
        Properties none = new Properties();
        none.putAll(properties);
        none.remove(CloudSettings.DATABASE_URL);
        none.put(CloudSettings.DATA, folder.resolve("none").toString());
        Properties away = new Properties();
        away.putAll(properties);
        away.put(CloudSettings.DATABASE_URL, "jdbc:postgresql://127.0.0.1:" + RunningCloud.freePort() + "/x");

        assertThat(run(none, "account", "list"))
                .returns(1, Result::code)
                .extracting(Result::err)
                .asString()
                .startsWith("There is no database: no cloud app runs on ")
                .hasLineCount(1);
        assertThat(run(away, "account", "list").err())
                .contains("cannot be reached")
                .contains("Does the cloud app run?");
    }

    @Test
    void aWrongConfigurationIsNamedAndNothingStarts() throws Exception {
        Properties wrong = new Properties();
        wrong.putAll(properties);
        wrong.put(CloudSettings.PORT, "99999");

        assertThat(run(wrong))
                .returns(2, Result::code)
                .extracting(Result::err)
                .asString()
                .contains("mainswatch.port = 99999: must be a whole number from 1 to 65535.");
    }

    @Test
    void aFolderThatIsNotThereIsNamedBecauseNoRouteWouldRun() throws Exception {
        Properties nowhere = new Properties();
        nowhere.putAll(properties);
        nowhere.put(CloudSettings.ROUTES, "no/routes");
        nowhere.put(CloudSettings.TEMPLATES, "no/templates");

        assertThat(run(nowhere))
                .returns(2, Result::code)
                .extracting(Result::err)
                .asString()
                .contains("mainswatch.routes: there is no folder")
                .contains("mainswatch.templates: there is no folder");
    }

    private static Result run(String... arguments) throws Exception {
        return run(properties, arguments);
    }

    private static Result run(Properties properties, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(Arrays.asList(arguments));
        line.add("--config");
        line.add(RunningCloud.write(folder, properties).toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = CloudApp.commandLine().execute(line.toArray(String[]::new));
            return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }

    private record Result(int code, String out, String err) {}
}
