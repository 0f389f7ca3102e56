package io.mainswatch.edge.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the journal's folder takes what is written, and has room. */
public final class DiskCheck implements Check {

    private static final long MEGABYTE = 1_000_000;

    /** The journal with all that it may keep needs less than half of it. */
    private static final long ENOUGH = 50 * MEGABYTE;

    private final Path journal;

    public DiskCheck(Path journal) {
        this.journal = journal.toAbsolutePath();
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding look() {
        Path folder = journal.getParent();
        while (Files.notExists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        try {
            Path sample = Files.createTempFile(folder, "check", ".tmp");
            try {
                Files.write(sample, new byte[4_096]);
            } finally {
                Files.delete(sample);
            }
            long free = Files.getFileStore(folder).getUsableSpace();
            String room = folder + " can be written, " + free / MEGABYTE + " MB free";
            return free >= ENOUGH
                    ? Finding.ok(room)
                    : Finding.failed(room, "make room: the journal wants " + ENOUGH / MEGABYTE + " MB");
        } catch (IOException e) {
            return Finding.failed(
                    folder + " cannot be written (" + e + ")",
                    "give it to the user " + System.getProperty("user.name")
                            + ", see that the disk is neither full nor read-only, or set mainswatch.journal");
        }
    }
}
