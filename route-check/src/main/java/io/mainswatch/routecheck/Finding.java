package io.mainswatch.routecheck;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One thing that is wrong in a file.
 *
 * @param file the file
 * @param line its line, from 1; 0 where the whole file is meant
 * @param what what is wrong, and the remedy, in one or two sentences
 */
public record Finding(Path file, int line, String what) {

    static final Comparator<Finding> IN_READING_ORDER =
            Comparator.comparing(Finding::file).thenComparingInt(Finding::line).thenComparing(Finding::what);

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what;
    }
}
