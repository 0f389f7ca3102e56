package io.mainswatch.localaws;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** One stand-in for all tests of a class, with a folder of simulated lines. */
public final class LocalAwsExtension extends io.mainswatch.localaws.junit.LocalAwsExtension {

    public LocalAwsExtension() {
        this(builder -> builder);
    }

    /** A stand-in that is not set as usual. */
    public LocalAwsExtension(UnaryOperator<LocalAwsBuilder> settings) {
        super((builder, folder) -> settings.apply(builder).lines(lines(folder)));
    }

    public Path lines() {
        return lines(folder());
    }

    private static Path lines(Path folder) {
        return folder.resolve("lines");
    }
}
