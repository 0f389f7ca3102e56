package io.mainswatch.localaws.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of simulated lines. The edge may make and write the files too. */
public final class SimulatedLines {

    /** Numbers that a GPIO chip may have. */
    public static final int MAX_LINE = 511;

    private static final Pattern FILE = Pattern.compile("line-(\\d{1,3})");

    private final Path folder;

    public SimulatedLines(Path folder) {
        this.folder = folder;
    }

    /** All lines there are, by number; a file that is being written is left out this time. */
    public List<Line> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparingInt(Line::line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated lines in " + folder + " cannot be read", e);
        }
    }

    /** Sets a line high or low; makes it if it is not there. */
    public synchronized void set(int line, boolean high) {
        Path file = folder.resolve("line-" + line);
        try {
            Files.createDirectories(folder);
            Path complete = folder.resolve(".line-" + line + ".console");
            Files.writeString(complete, high ? "1\n" : "0\n");
            Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated line " + file + " cannot be written", e);
        }
    }

    private static Optional<Line> read(Path file) {
        Matcher matcher = FILE.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int line = Integer.parseInt(matcher.group(1));
        try {
            return switch (Files.readString(file).trim()) {
                case "1" -> Optional.of(new Line(line, 1));
                case "0" -> Optional.of(new Line(line, 0));
                default -> Optional.empty();
            };
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated line " + file + " cannot be read", e);
        }
    }
}
