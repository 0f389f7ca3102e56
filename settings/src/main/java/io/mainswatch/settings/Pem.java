package io.mainswatch.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * A certificate or key as an operator gives it: the name of a PEM file, the PEM text itself (from an environment
 * variable or a secret's file), or that text in base64, which fits on one line.
 */
public final class Pem {

    private static final String BEGIN = "-----BEGIN ";

    /** Longer than most names of files, shorter than any private key in base64. */
    private static final int SHOWN = 128;

    private Pem() {}

    /** The text that the value stands for; empty if it is none of the three. */
    public static Optional<String> text(String value) {
        if (value.contains(BEGIN)) {
            return Optional.of(value);
        }
        Optional<String> text = file(value).isPresent() ? read(Path.of(value)) : decoded(value);
        return text.filter(found -> found.contains(BEGIN));
    }

    /** The file that the value names, if it names one that can be read. */
    public static Optional<Path> file(String value) {
        try {
            return Optional.of(Path.of(value)).filter(Files::isRegularFile).filter(Files::isReadable);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What a message may say of the value: a file's name, and never what could be a key. */
    public static String shown(String value) {
        return value.length() < SHOWN && !value.contains(BEGIN)
                ? value
                : "(" + value.length() + " characters, not shown)";
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(String value) {
        try {
            byte[] bytes = Base64.getDecoder().decode(value.replaceAll("\\s", ""));
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
