package io.mainswatch.edge.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.WRITE;

import io.mainswatch.edge.durable.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The highest event number ever given, in a file of its own, so that it outlives a lost journal. The file has its full
 * size from the first number on and two slots that are overwritten in turn: that needs no room on a full disk, and a
 * torn write leaves the other slot whole. A slot is a {@link CheckedLine} with the number in 18 digits.
 */
final class HighWater {

    /** Far enough apart that no block of a disk or card holds both. */
    static final int SLOT = 4_096;

    private static final int SLOTS = 2;

    /** What earlier versions wrote: the number and nothing else. */
    private static final Pattern PLAIN = Pattern.compile("\\d{1,18}\n");

    private final Path file;
    private int turn;

    HighWater(Path file) {
        this.file = file;
    }

    /**
     * The number; zero if there never was one, empty if the file is there but says nothing sensible. With one slot torn
     * it is the other's and one more, because that is as far as the torn one can have been.
     */
    OptionalLong read() throws IOException {
        try {
            byte[] content = Files.readAllBytes(file);
            return content.length == SLOTS * SLOT ? higher(slot(content, 0), slot(content, 1)) : plain(content);
        } catch (NoSuchFileException e) {
            return OptionalLong.of(0);
        }
    }

    /** Puts the number on disk: the old one or the new one is there at any instant. */
    void raise(long number) throws IOException {
        if (Files.notExists(file) || Files.size(file) != SLOTS * SLOT) {
            begin(number);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            write(channel, ByteBuffer.wrap(line(number)), (long) turn * SLOT);
            channel.force(false);
        }
        turn = 1 - turn;
    }

    private void begin(long number) throws IOException {
        byte[] content = new byte[SLOTS * SLOT];
        for (int slot = 0; slot < SLOTS; slot++) {
            byte[] line = line(number);
            System.arraycopy(line, 0, content, slot * SLOT, line.length);
        }
        DurableFile.replace(file, content);
    }

    private OptionalLong higher(OptionalLong first, OptionalLong second) {
        if (first.isPresent() && second.isPresent()) {
            turn = first.getAsLong() > second.getAsLong() ? 1 : 0;
            return OptionalLong.of(Math.max(first.getAsLong(), second.getAsLong()));
        }
        turn = first.isPresent() ? 1 : 0;
        OptionalLong whole = first.isPresent() ? first : second;
        return whole.isPresent() ? OptionalLong.of(whole.getAsLong() + 1) : whole;
    }

    private static OptionalLong plain(byte[] content) {
        String text = new String(content, US_ASCII);
        return PLAIN.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text.trim())) : OptionalLong.empty();
    }

    private static OptionalLong slot(byte[] content, int slot) {
        Optional<String> digits = CheckedLine.text(Arrays.copyOfRange(content, slot * SLOT, (slot + 1) * SLOT));
        return digits.isPresent() ? OptionalLong.of(Long.parseLong(digits.get())) : OptionalLong.empty();
    }

    private static byte[] line(long number) {
        return CheckedLine.of("%018d".formatted(number));
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long start = position - bytes.position();
        while (bytes.hasRemaining()) {
            channel.write(bytes, start + bytes.position());
        }
    }
}
