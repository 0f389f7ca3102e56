package io.mainswatch.cloud.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * Starts PostgreSQL through a library that is made for tests: it starts without fsync, without a password and with a socket
 * that every user of the machine may open. Here all three are set right.
 */
final class PostgresLauncher {

    /** Long enough for the recovery of a large log on a slow disk. */
    private static final Duration START = Duration.ofMinutes(2);

    private final Path programs;
    private final Path log;
    private final Path password;

    /** @param data the folder for the server's programs, its log and its password file */
    PostgresLauncher(Path data) {
        programs = data.resolve("postgresql-server");
        log = data.resolve("postgresql.log");
        password = data.resolve("postgresql.password");
    }

    /** The file that the server's own messages go to. */
    Path log() {
        return log;
    }

    /** The file that holds the password of the server's user. */
    Path password() {
        return password;
    }

    /** Starts a server on the folder, making its database there if it is new. */
    EmbeddedPostgres launch(Path cluster) throws IOException {
        removeHalfUnpacked();
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START)
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .setConnectConfig("password", Files.readString(password).trim())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .start();
        } catch (ExceptionInInitializerError e) {
            throw new IOException("the server's programs cannot be unpacked to " + programs, e.getException());
        }
    }

    /** The library marks what it has unpacked completely with a file, and stumbles over what it has not. */
    private void removeHalfUnpacked() throws IOException {
        if (!Files.isDirectory(programs)) {
            return;
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(programs)) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(".exists"))) {
                    FileSystemUtils.deleteRecursively(version);
                }
            }
        }
    }
}
