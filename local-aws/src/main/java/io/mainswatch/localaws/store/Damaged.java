package io.mainswatch.localaws.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The names under which damaged files are kept: {@code .damaged-1}, {@code .damaged-2} and so on beside them. */
public final class Damaged {

    private Damaged() {}

    /** The first such name that is free. */
    static Path nameFor(Path path) {
        int number = 1;
        while (Files.exists(name(path, number))) {
            number++;
        }
        return name(path, number);
    }

    /** Gives a damaged file or folder such a name, and answers with it. */
    public static Path setAside(Path path) throws IOException {
        return Files.move(path, nameFor(path));
    }

    private static Path name(Path path, int number) {
        return path.resolveSibling(path.getFileName() + ".damaged-" + number);
    }
}
