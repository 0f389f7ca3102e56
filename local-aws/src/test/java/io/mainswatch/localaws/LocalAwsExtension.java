package io.mainswatch.localaws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One stand-in on free ports for all tests of a class. Tests use names of their own, so they do not meet. */
public final class LocalAwsExtension implements BeforeAllCallback, AfterAllCallback {

    private final UnaryOperator<LocalAws.Builder> settings;
    private Path folder;
    private LocalAws aws;

    public LocalAwsExtension() {
        this(builder -> builder);
    }

    /** A stand-in that is not set as usual. */
    public LocalAwsExtension(UnaryOperator<LocalAws.Builder> settings) {
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("local-aws-test");
        aws = settings.apply(LocalAws.builder()
                        .data(folder.resolve("data"))
                        .lines(lines())
                        .mqttPort(0)
                        .mqttsPort(0)
                        .httpPort(0))
                .start();
    }

    public LocalAws aws() {
        return aws;
    }

    public Path lines() {
        return folder.resolve("lines");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        aws.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
