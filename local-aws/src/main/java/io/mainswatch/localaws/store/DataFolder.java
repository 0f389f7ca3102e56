package io.mainswatch.localaws.store;

import io.mainswatch.localaws.start.StartException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder with everything that survives a restart, locked for as long as this process uses it. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be, for this user alone since mails and keys are in it, and locks it.
     *
     * @throws StartException if another process has it, or it cannot be written
     */
    public static DataFolder open(Path path) {
        try {
            if (Files.notExists(path)) {
                make(path);
            }
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw StartException.folderInUse(path);
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw StartException.folderUnusable(path, e);
        }
    }

    private static void make(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        if (absolute.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(absolute);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The SQLite file. */
    public Path database() {
        return path.resolve("local-aws.db");
    }

    /** The broker's sessions and queues. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** The certificate authority: keys and certificates. */
    public Path identity() {
        return path.resolve("identity");
    }

    /** Lets the next process in. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("Could not unlock " + path, e);
        }
    }
}
