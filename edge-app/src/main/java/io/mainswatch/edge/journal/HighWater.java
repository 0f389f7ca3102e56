package io.mainswatch.edge.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The highest event number ever given, in a file of its own, so that it outlives a lost journal. */
final class HighWater {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}\n");

    private final Path file;

    HighWater(Path file) {
        this.file = file;
    }

    /** The number; zero if there never was one, empty if the file is there but says nothing sensible. */
    OptionalLong read() throws IOException {
        try {
            String text = new String(Files.readAllBytes(file), US_ASCII);
            return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text.trim())) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.of(0);
        }
    }

    /** Puts the number on disk: the old one or the new one is there at any instant, never half of it. */
    void raise(long number) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(draft, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ByteBuffer text = ByteBuffer.wrap((number + "\n").getBytes(US_ASCII));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
            folder.force(true);
        }
    }
}
