package io.mainswatch.localaws.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.presence.Presence;
import io.mainswatch.localaws.registry.Thing;
import io.mainswatch.localaws.registry.ThingFilter;
import io.mainswatch.localaws.registry.ThingGroups;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.mainswatch.localaws.shadow.ShadowDocuments;
import io.mainswatch.shadow.ShadowName;
import java.util.ArrayList;
import java.util.List;

/** The index AWS_Things: looks through the registered things, some at a time. */
public final class ThingIndex {

    private static final int AT_A_TIME = 100;

    /** A thing cannot be in as many. */
    private static final int MAX_GROUPS = 50;

    private final ThingRegistry things;
    private final ThingGroups groups;
    private final ShadowDocuments shadows;
    private final Presence presence;

    public ThingIndex(ThingRegistry things, ThingGroups groups, ShadowDocuments shadows, Presence presence) {
        this.things = things;
        this.groups = groups;
        this.shadows = shadows;
        this.presence = presence;
    }

    /** The things that match and whose names come after {@code after}, by name, {@code limit} at most. */
    List<IndexedThing> search(Query query, String after, int limit) {
        List<IndexedThing> found = new ArrayList<>();
        List<Thing> some = things.list(ThingFilter.ALL, after, AT_A_TIME);
        while (!some.isEmpty() && found.size() < limit) {
            some.stream().map(this::index).filter(query::matches).forEach(found::add);
            some = things.list(ThingFilter.ALL, some.get(some.size() - 1).name(), AT_A_TIME);
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private IndexedThing index(Thing thing) {
        return new IndexedThing(
                thing,
                groups.groupsOf(thing.name(), "", MAX_GROUPS),
                shadows.find(ShadowName.classic(thing.name())).map(ThingIndex::inIndexForm),
                presence.connectivity(thing.name()));
    }

    /** The two states lie on top, and the delta is only told of. */
    private static ObjectNode inIndexForm(ObjectNode shadow) {
        ObjectNode indexed = JsonNodeFactory.instance.objectNode();
        for (String section : List.of("desired", "reported")) {
            if (shadow.path("state").has(section)) {
                indexed.set(section, shadow.get("state").get(section));
            }
        }
        indexed.set("metadata", shadow.get("metadata"));
        indexed.put("hasDelta", shadow.path("state").has("delta"));
        indexed.set("version", shadow.get("version"));
        return indexed;
    }
}
