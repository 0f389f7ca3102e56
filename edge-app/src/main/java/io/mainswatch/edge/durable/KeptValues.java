package io.mainswatch.edge.durable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Named values that outlive the process and the power: a properties file, written only when a value changes. It is
 * never worth a stop: a file that cannot be read is set aside, and a disk that takes nothing is told in the log.
 */
public final class KeptValues {

    private static final Logger LOG = LoggerFactory.getLogger(KeptValues.class);

    private static final String HEADER = "What the cloud desired last, and what outputs were. Written by the edge;"
            + " a line that is removed while it is stopped is forgotten.";

    private final Path file;
    private final Properties values = new Properties();

    /** Reads the file, if there is one. */
    public KeptValues(Path file) {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException e) {
            LOG.debug("{} begins with its first value", file, e);
        } catch (IOException | IllegalArgumentException e) {
            values.clear();
            setAside(e);
        }
    }

    /** The value of this name, if one was ever kept. */
    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** Keeps the values: on return they are on disk, or the log says that they are not. */
    public synchronized void keep(Map<String, String> news) {
        Properties next = new Properties();
        next.putAll(values);
        next.putAll(news);
        if (next.equals(values)) {
            return;
        }
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            next.store(text, HEADER);
            DurableFile.replace(file, text.toString(StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
            values.putAll(news);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be written ({}): {} will be forgotten by a restart. Check that the disk is neither full"
                            + " nor failing.",
                    file,
                    e.toString(),
                    news);
        }
    }

    private void setAside(Exception damage) {
        Path copy = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, copy, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn(
                    "{} cannot be read ({}). It is kept as {}; until the cloud says otherwise the configuration counts.",
                    file,
                    damage.toString(),
                    copy);
        } catch (IOException e) {
            LOG.warn("{} cannot be read ({}), nor moved ({}).", file, damage.toString(), e.toString());
        }
    }
}
