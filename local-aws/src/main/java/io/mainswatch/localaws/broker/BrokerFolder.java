package io.mainswatch.localaws.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with the broker's journal. */
final class BrokerFolder {

    private BrokerFolder() {}

    /** Gives a damaged folder the first name that is free, and answers with it. */
    static Path setAside(Path folder) throws IOException {
        int number = 1;
        while (Files.exists(damaged(folder, number))) {
            number++;
        }
        return Files.move(folder, damaged(folder, number));
    }

    private static Path damaged(Path folder, int number) {
        return folder.resolveSibling(folder.getFileName() + ".damaged-" + number);
    }
}
