package io.mainswatch.localaws.store;

import io.mainswatch.localaws.start.StartException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The SQLite file. Changes run one after another on one thread, and many share one commit; a change's future completes
 * after the commit has reached the disk, in the order of the changes. Reads see what is committed and never wait for a
 * change.
 */
public final class Database implements AutoCloseable {

    private final GroupCommit writer;
    private final Sql reader;

    private Database(Sql writer, Sql reader) {
        this.writer = new GroupCommit(writer);
        this.reader = reader;
    }

    /**
     * Opens the file, or makes it with its tables. Of a damaged file a copy is kept, and what can still be read is taken
     * over; the log says so.
     *
     * @throws StartException if it cannot be used
     */
    public static Database open(Path file) {
        try {
            Salvage.ifDamaged(file);
            return new Database(Schema.connect(file), Schema.connect(file));
        } catch (SQLException | IOException e) {
            throw StartException.folderUnusable(file, e);
        }
    }

    /**
     * Hands in a change. The future fails, and the change leaves no trace, if the work throws or the disk does not take
     * it.
     */
    public <T> CompletableFuture<T> write(SqlWork<T> work) {
        return writer.submit(work);
    }

    /** As {@link #write}, and waits for the commit; what the work throws comes out here. */
    public <T> T writeAndWait(SqlWork<T> work) {
        try {
            return write(work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("The database did not take a change", e.getCause());
        }
    }

    /** Reads on the caller's thread. */
    public <T> T read(SqlWork<T> work) {
        synchronized (reader) {
            try {
                return work.run(reader);
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be read", e);
            }
        }
    }

    /** Finishes what was handed in and closes the file. */
    @Override
    public void close() {
        writer.close();
        try {
            synchronized (reader) {
                reader.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not close cleanly", e);
        }
    }
}
