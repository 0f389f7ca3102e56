package io.mainswatch.edge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** How the journal's disk is. While it is not sound, what it does not take is held beside it. */
public enum Health {
    SOUND(null),
    FULL("full"),
    FAILING("failing");

    /** The disk's fault, or its owner's; all the others are the file's or ours. */
    private static final Set<SQLiteErrorCode> TROUBLE = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_PROTOCOL);

    /** With less room than this, whatever a write fails of is called a full disk: SQLite has many names for it. */
    private static final long ROOM = 64 * 1024;

    private final String word;

    Health(String word) {
        this.word = word;
    }

    /** The word in reports; null while there is nothing to say. */
    public String word() {
        return word;
    }

    /** What the failure says of the disk below the folder; sound if it says nothing of it. */
    static Health after(SQLException failure, Path folder) {
        if (TROUBLE.stream().noneMatch(code -> code.code == failure.getErrorCode())) {
            return SOUND;
        }
        return failure.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code || isFull(folder) ? FULL : FAILING;
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < ROOM;
        } catch (IOException e) {
            return false;
        }
    }
}
