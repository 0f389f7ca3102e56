package io.mainswatch.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where Mainswatch lies on this machine. */
public final class Installation {

    private Installation() {}

    /** The folder that holds the launcher: this one or one above it. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("mainswatch"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "No folder above " + Path.of("").toAbsolutePath() + " has the launcher");
            }
        }
        return folder;
    }

    /** A port that nobody listens on just now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
