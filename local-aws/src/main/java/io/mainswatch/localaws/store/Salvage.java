package io.mainswatch.localaws.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a database file that a failing disk or a careless hand has damaged: a copy is kept, and what can still be
 * read goes into a new file that takes its place. The process may die at any point and begins again at its next start.
 */
final class Salvage {

    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    /** The write-ahead log, and the index of it. */
    private static final List<String> COMPANIONS = List.of("-wal", "-shm");

    private final Path file;
    private final Path unfinished;
    private final Path finished;

    private Salvage(Path file) {
        this.file = file;
        this.unfinished = beside(file, ".salvaging");
        this.finished = beside(file, ".salvaged");
    }

    /** Leaves a file that can be used; one that is whole, or is not there, stays as it is. */
    static void ifDamaged(Path file) throws SQLException, IOException {
        Salvage salvage = new Salvage(file);
        if (Files.exists(salvage.finished)) {
            salvage.takePlace();
        } else if (Files.exists(file)) {
            String damage = Damage.of(file);
            if (!damage.isEmpty()) {
                salvage.run(damage);
            }
        }
    }

    private void run(String damage) throws SQLException, IOException {
        Path copy = copyAll();
        deleteAll(unfinished);
        Map<String, Integer> saved;
        try (Sql to = Schema.connect(unfinished)) {
            saved = RowRescue.copy(copy, to);
            // Everything into the file itself, since only that is renamed.
            to.first("pragma wal_checkpoint(truncate)", row -> row.getInt(1));
        }
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        takePlace();
        LOG.warn(
                "{} is damaged ({}). A copy is kept as {}; what could be read was taken over, in rows: {}",
                file,
                damage,
                copy.getFileName(),
                saved);
    }

    private void takePlace() throws IOException {
        // First of all the old log: SQLite would lay it over the new file.
        deleteAll(file);
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path copyAll() throws IOException {
        Path copy = Damaged.nameFor(file);
        for (String companion : COMPANIONS) {
            if (Files.exists(beside(file, companion))) {
                keep(beside(file, companion), beside(copy, companion));
            }
        }
        keep(file, copy);
        return copy;
    }

    private static void keep(Path original, Path copy) throws IOException {
        Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private static void deleteAll(Path path) throws IOException {
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(beside(path, companion));
        }
        Files.deleteIfExists(path);
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}
