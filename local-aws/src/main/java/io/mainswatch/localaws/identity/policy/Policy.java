package io.mainswatch.localaws.identity.policy;

import io.mainswatch.localaws.identity.document.MalformedDocument;
import java.util.List;

/** A policy document, read. */
public record Policy(List<Statement> statements) {

    /**
     * Reads a document.
     *
     * @throws MalformedDocument if it has anything that is not understood here
     */
    public static Policy parse(String document) {
        return PolicyReader.read(document);
    }
}
