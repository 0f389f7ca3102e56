package io.mainswatch.localaws.junit;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.LocalAwsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stand-in for all tests of a class, on free ports and in a folder of its own that goes with it. Tests, and methods
 * before and after them, take it as a parameter of type {@link LocalAws}. Faults that a test has armed end with the test;
 * shadows, things and mails stay for the next one, so tests use names of their own.
 *
 * <pre>{@code
 * @ExtendWith(LocalAwsExtension.class)
 * class MyTest {
 *     @Test
 *     void survivesADuplicate(LocalAws aws) {
 *         aws.faults().arm(FaultOrder.of(new PresenceFault.Duplicate()).times(1));
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>With {@code @RegisterExtension static final LocalAwsExtension AWS = new LocalAwsExtension(...)} it can be set up in
 * another way. Not for a field that is not static: a stand-in takes about a second to start.
 */
public class LocalAwsExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final BiConsumer<LocalAwsBuilder, Path> setUp;
    private Path folder;
    private LocalAws aws;

    /** The test class and, while one runs, a class nested in it. */
    private int classes;

    public LocalAwsExtension() {
        this((builder, folder) -> {});
    }

    /** @param setUp changes how the stand-in runs; the folder is there, and is removed after the tests of the class */
    public LocalAwsExtension(BiConsumer<LocalAwsBuilder, Path> setUp) {
        this.setUp = setUp;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (classes++ > 0) {
            return;
        }
        folder = Files.createTempDirectory("local-aws-test");
        LocalAwsBuilder builder =
                LocalAws.builder().data(folder.resolve("data")).freePorts();
        setUp.accept(builder, folder);
        aws = builder.start();
    }

    /** The stand-in, from before the first test of the class until after the last. */
    public LocalAws aws() {
        return aws;
    }

    /** The folder that is removed after the tests of the class; the stand-in has its own below it. */
    public Path folder() {
        return folder;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        aws.faults().disarmAll();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (--classes > 0) {
            return;
        }
        if (aws != null) {
            aws.close();
            aws = null;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalAws.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return aws;
    }
}
