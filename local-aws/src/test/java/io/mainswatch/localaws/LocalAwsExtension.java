package io.mainswatch.localaws;

import java.nio.file.Path;

/** One stand-in for all tests of a class, with a folder of simulated lines. */
public final class LocalAwsExtension extends io.mainswatch.localaws.junit.LocalAwsExtension {

    public LocalAwsExtension() {
        super((builder, folder) -> builder.lines(lines(folder)));
    }

    public Path lines() {
        return lines(folder());
    }

    private static Path lines(Path folder) {
        return folder.resolve("lines");
    }
}
