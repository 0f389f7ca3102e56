package io.mainswatch.cloud.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, on a folder that outlives it and this process.
 *
 * <p>Below the data folder: {@code postgresql/} (the server's data), {@code postgresql-server/} (its programs),
 * {@code postgresql.log}, {@code postgresql.password}, {@code postgresql.properties} (the address while it runs) and {@code postgresql.lock} (held while this process lives).
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String USER = "postgres";

    private final Path data;
    private final FileChannel lock;
    private final EmbeddedPostgres server;
    private final DatabaseAddress address;

    private EmbeddedDatabase(Path data, FileChannel lock, EmbeddedPostgres server, DatabaseAddress address) {
        this.data = data;
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /** Starts the server, after stopping one that a killed process may have left behind. */
    public static EmbeddedDatabase start(Path folder) {
        Path data = folder.toAbsolutePath().normalize();
        Path cluster = data.resolve("postgresql");
        PostgresLauncher launcher = new PostgresLauncher(data);
        try {
            PrivateFiles.createFolder(data);
            FileChannel lock = lock(data);
            try {
                String password = password(launcher.password(), Files.exists(cluster));
                initialise(launcher, cluster);
                stopOrphan(cluster);
                EmbeddedPostgres server = launcher.launch(cluster);
                DatabaseAddress address = new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", USER, password);
                address.leaveIn(data);
                return new EmbeddedDatabase(data, lock, server, address);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | IllegalStateException e) {
            throw new DatabaseException(
                    "The embedded PostgreSQL in " + data + " does not start: " + e.getMessage()
                            + ". Its own words are in " + launcher.log() + ".",
                    e);
        }
    }

    /** The address, on the loopback interface. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(DatabaseAddress.file(data));
            server.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL was not stopped cleanly ({}); the next start recovers it", e.getMessage());
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("postgresql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new DatabaseException("Another cloud app uses the data folder " + data
                    + ". Stop it, or give this one another folder (mainswatch.data).");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String password(Path file, boolean inUse) throws IOException {
        if (!Files.exists(file)) {
            if (inUse) {
                throw new DatabaseException("The file " + file + " is gone. Bring it back: the database beside it opens"
                        + " with that password only.");
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).trim();
    }

    /** Makes the server's data folder under another name first: the final name means "complete", whenever we are killed. */
    private static void initialise(PostgresLauncher launcher, Path cluster) throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        LOG.info("making a new PostgreSQL database in {}", cluster);
        Path draft = cluster.resolveSibling("postgresql.new");
        stopOrphan(draft);
        FileSystemUtils.deleteRecursively(draft);
        launcher.launch(draft).close();
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void stopOrphan(Path cluster) throws IOException {
        Optional<Postmaster> orphan = Postmaster.on(cluster);
        if (orphan.isPresent()) {
            orphan.get().stop();
        }
    }
}
