package io.mainswatch.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** A shadow's desired and reported state, the stamps of both, and the version. Immutable. */
public final class ShadowDocument {

    static final String DESIRED = "desired";
    static final String REPORTED = "reported";

    private final Section desired;
    private final Section reported;
    private final long version;

    ShadowDocument(Section desired, Section reported, long version) {
        this.desired = desired;
        this.reported = reported;
        this.version = version;
    }

    static ShadowDocument empty(long version) {
        return new ShadowDocument(Section.EMPTY, Section.EMPTY, version);
    }

    /** 1 for the first document of a shadow, then one more with each accepted update. */
    public long version() {
        return version;
    }

    /** A copy of the desired section; an empty object if there is none. */
    public ObjectNode desired() {
        return desired.state().deepCopy();
    }

    /** A copy of the reported section; an empty object if there is none. */
    public ObjectNode reported() {
        return reported.state().deepCopy();
    }

    /** The document after an accepted update; {@code state} is the request's, an object or null. */
    ShadowDocument merge(JsonNode state, Stamp stamp) {
        return new ShadowDocument(
                merge(desired, DESIRED, state, stamp), merge(reported, REPORTED, state, stamp), version + 1);
    }

    private static Section merge(Section section, String name, JsonNode state, Stamp stamp) {
        JsonNode patch = state.path(name);
        if (state.isNull() || patch.isNull()) {
            return Section.EMPTY;
        }
        return patch instanceof ObjectNode object ? section.merge(object, stamp) : section;
    }

    /** Every open difference, older ones too. */
    Section delta() {
        return Delta.between(desired, reported.state());
    }

    /** The state as clients see it: without the sections that are empty. */
    ObjectNode state() {
        return view(desired.state(), reported.state());
    }

    /** The stamps as clients see them. */
    ObjectNode metadata() {
        return view(desired.metadata(), reported.metadata());
    }

    private ObjectNode view(ObjectNode ofDesired, ObjectNode ofReported) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        if (!desired.isEmpty()) {
            view.set(DESIRED, ofDesired);
        }
        if (!reported.isEmpty()) {
            view.set(REPORTED, ofReported);
        }
        return view;
    }

    /** What counts against {@link ShadowLimits#maxBytes}. Contested: both sections summed, as compact UTF-8. */
    int size() {
        return size(desired) + size(reported);
    }

    private static int size(Section section) {
        return section.isEmpty() ? 0 : StrictJson.write(section.state()).length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShadowDocument document
                && version == document.version
                && desired.equals(document.desired)
                && reported.equals(document.reported);
    }

    @Override
    public int hashCode() {
        return Objects.hash(desired, reported, version);
    }

    @Override
    public String toString() {
        return "version " + version + " " + state();
    }
}
