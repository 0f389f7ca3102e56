package io.mainswatch.localaws.auth;

import io.mainswatch.localaws.start.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Access key ids with their secrets. Neither its text nor an error says a secret. */
public final class AccessKeys {

    private final Map<String, String> secrets;

    private AccessKeys(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /** One key. */
    public static AccessKeys of(String id, String secret) {
        return new AccessKeys(Map.of(id, secret));
    }

    /**
     * Reads keys, an id, a blank and its secret on each line; what comes after # at the beginning of a line is a comment.
     *
     * @param setting the name of a file with the keys, or, if it has a blank in it, the keys themselves
     * @throws StartException if there is no key, or a line is none
     */
    public static AccessKeys read(String setting) {
        List<String> lines = setting.matches("(?s).*\\s.*") ? setting.lines().toList() : file(setting);
        Map<String, String> secrets = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] parts = line.split("\\s+");
                if (parts.length != 2) {
                    throw StartException.keysUnusable("line " + (i + 1) + " is not an id, a blank and a secret");
                }
                secrets.put(parts[0], parts[1]);
            }
        }
        if (secrets.isEmpty()) {
            throw StartException.keysUnusable("there is no key");
        }
        return new AccessKeys(secrets);
    }

    private static List<String> file(String name) {
        try {
            return Files.readAllLines(Path.of(name), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            // The name is not repeated: it may be a secret in the wrong place.
            throw StartException.keysUnusable(
                    "the file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    Optional<String> secret(String id) {
        return Optional.ofNullable(secrets.get(id));
    }

    @Override
    public String toString() {
        return secrets.size() + " access keys";
    }
}
