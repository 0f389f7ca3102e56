package io.mainswatch.edge.check;

import io.mainswatch.edge.journal.JournalSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Whether the journal is sound, and how much of it AWS has not seen yet. */
public final class JournalCheck implements Check {

    private final Path journal;

    public JournalCheck(Path journal) {
        this.journal = journal;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Finding look() {
        if (Files.notExists(journal)) {
            return Finding.ok(journal + " is not there yet: it begins with the first start");
        }
        try {
            JournalSummary summary = JournalSummary.read(journal);
            return Finding.ok(journal + " is sound; last event " + summary.last() + ", " + summary.waiting()
                    + " waiting for AWS, " + summary.parked() + " refused for good");
        } catch (SQLException e) {
            return Finding.failed(
                    journal + " cannot be read (" + e.getMessage() + ")",
                    "if it is damaged, the edge sets it aside at its start and begins a new one; if that comes again,"
                            + " replace the SD card");
        }
    }
}
