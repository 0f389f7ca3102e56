package io.mainswatch.edge.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.mainswatch.edge.clock.Moment;
import io.mainswatch.edge.journal.Event.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Room for events while the disk is full: a file beside the journal that has its full size from the first start on and is
 * only overwritten, which needs no room. Each event has a record of its own, so that a torn write costs no other.
 */
final class Reserve {

    /** As many events as there is room for. */
    static final int EVENTS = 256;

    /** A name of 64 letters and ten numbers fit. */
    private static final int RECORD = 512;

    private final Path file;

    Reserve(Path file) {
        this.file = file;
    }

    /** Takes the room, unless it is taken already; fails on a disk that is full before the first start. */
    void prepare() throws IOException {
        if (Files.notExists(file) || Files.size(file) != EVENTS * RECORD) {
            try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
                write(channel, new byte[EVENTS * RECORD], 0);
            }
        }
    }

    /** Puts the event on disk. It takes the place of the one that has a number lower by {@link #EVENTS}. */
    void keep(Event event) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            write(channel, Arrays.copyOf(CheckedLine.of(line(event)), RECORD), event.seq() % EVENTS * RECORD);
        }
    }

    /** The events that are kept, by their numbers. */
    List<Event> read() throws IOException {
        List<Event> events = new ArrayList<>();
        if (Files.exists(file)) {
            byte[] content = Files.readAllBytes(file);
            for (int start = 0; start + RECORD <= content.length; start += RECORD) {
                CheckedLine.text(Arrays.copyOfRange(content, start, start + RECORD))
                        .map(Reserve::event)
                        .ifPresent(events::add);
            }
        }
        events.sort(Comparator.comparingLong(Event::seq));
        return events;
    }

    /** The journal has them. */
    void forget(List<Event> events) throws IOException {
        if (!events.isEmpty()) {
            try (FileChannel channel = FileChannel.open(file, WRITE)) {
                for (Event event : events) {
                    write(channel, new byte[RECORD], event.seq() % EVENTS * RECORD);
                }
            }
        }
    }

    private static String line(Event event) {
        Change change = event.change();
        Moment at = change.at();
        return String.join(
                " ",
                change.input(),
                change.level().word(),
                at.boot(),
                Long.toString(event.seq()),
                Integer.toString(event.merged()),
                Long.toString(at.wall()),
                Boolean.toString(at.synced()),
                Long.toString(at.uptime()),
                Integer.toString(change.dips()),
                Boolean.toString(change.flutter()));
    }

    private static Event event(String line) {
        String[] word = line.split(" ");
        Moment at =
                new Moment(Long.parseLong(word[5]), Boolean.parseBoolean(word[6]), word[2], Long.parseLong(word[7]));
        Change change =
                new Change(word[0], Level.of(word[1]), at, Integer.parseInt(word[8]), Boolean.parseBoolean(word[9]));
        return new Event(Long.parseLong(word[3]), change, State.WAITING, Integer.parseInt(word[4]));
    }

    private static void write(FileChannel channel, byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
        channel.force(false);
    }
}
