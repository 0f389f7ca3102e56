package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.localaws.LocalAws;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project of a third party, one POM and one YAML file in src/test/third-party, in a process of its own with the
 * built jar.
 *
 * <p>The jars are those of this build, as the component is in no repository while it is built; only what the
 * dependencies in that POM bring is let through, so nothing of ours but the component is there.
 */
class ThirdPartyProjectIT {

    private static final Path PROJECT = Path.of("src/test/third-party");

    /** The groups that the dependencies in that POM bring, as folders of a repository. */
    private static final List<String> GROUPS = List.of(
            "org/apache/camel",
            "software/amazon",
            "com/fasterxml/jackson",
            "org/apache/httpcomponents",
            "org/reactivestreams",
            "org/snakeyaml",
            "org/slf4j",
            "ch/qos/logback",
            "commons-codec",
            "commons-logging",
            "io/netty",
            "jakarta");

    @TempDir
    Path folder;

    @Test
    void onePomAndOneYamlFileAreAnApplication() throws Exception {
        try (LocalAws aws =
                LocalAws.builder().data(folder.resolve("aws")).freePorts().start()) {
            Path log = folder.resolve("log");
            Process application = new ProcessBuilder(command(aws))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                application.destroyForcibly();
            }

            assertThat(log)
                    .content()
                    .containsPattern("created arn:aws:iot:\\S+:thing/third-party-lamp")
                    .contains("version 1: {")
                    .contains("\"reported\":{\"status\":\"off\"}");
            assertThat(application.exitValue()).isZero();
        }
    }

    @Test
    void thePomNamesNothingThatThisBuildDoesNotHave() throws IOException {
        String pom = Files.readString(PROJECT.resolve("pom.xml"));
        String ownPom = Files.readString(Path.of("pom.xml"));
        List<String> artifacts = Pattern.compile("<artifactId>(camel-[a-z0-9-]+)</artifactId>")
                .matcher(pom)
                .results()
                .map(match -> match.group(1))
                .filter(artifact -> !artifact.endsWith("-bom") && !artifact.endsWith("-plugin"))
                .toList();

        assertThat(artifacts).containsExactly("camel-main", "camel-yaml-dsl", "camel-timer", "camel-aws2-iot");
        assertThat(artifacts)
                .allSatisfy(artifact -> assertThat(ownPom).contains("<artifactId>" + artifact + "</artifactId>"));
        assertThat(Readme.withoutSpace(pom)).contains(Readme.dependency());
    }

    private static List<String> command(LocalAws aws) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath()));
        Stream.of("aws2-iot", "aws2-iot-data")
                .flatMap(scheme -> Stream.of(
                                "region=eu-west-1",
                                "access-key=key",
                                "secret-key=secret",
                                "override-endpoint=true",
                                "uri-endpoint-override=" + aws.httpEndpoint())
                        .map(option -> "-Dcamel.component." + scheme + "." + option))
                .forEach(command::add);
        command.add("-Dcamel.main.duration-max-messages=1");
        command.add("org.apache.camel.main.Main");
        return command;
    }

    private static String classPath() {
        Stream<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        isBuiltJar(entry) || GROUPS.stream().anyMatch(group -> entry.contains("/" + group + "/")));
        return Stream.concat(Stream.of(PROJECT.resolve("src/main/resources").toString()), jars)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isBuiltJar(String entry) {
        return Path.of(entry).getFileName().toString().matches("camel-aws2-iot-.*\\.jar");
    }
}
