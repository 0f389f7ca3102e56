package io.mainswatch.localaws.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.presence.Presence;
import io.mainswatch.localaws.registry.Thing;
import io.mainswatch.localaws.registry.ThingFilter;
import io.mainswatch.localaws.registry.ThingRegistry;
import io.mainswatch.localaws.shadow.ShadowDocuments;
import io.mainswatch.localaws.shadow.ShadowStore;
import io.mainswatch.shadow.ShadowName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Things as the console shows them: registered ones, and those that only have a shadow. */
public final class ThingViews {

    /** More than anybody looks at on one page. */
    private static final int MAX_THINGS = 200;

    private static final int MAX_NAMED_SHADOWS = 20;

    private final ThingRegistry registry;
    private final ShadowStore shadows;
    private final Presence presence;
    private final ShadowDocuments documents;

    public ThingViews(ThingRegistry registry, ShadowStore shadows, ShadowDocuments documents, Presence presence) {
        this.registry = registry;
        this.shadows = shadows;
        this.documents = documents;
        this.presence = presence;
    }

    /**
     * A thing.
     *
     * @param registered whether the registry knows it
     * @param shadow its classic shadow as GetThingShadow would answer, or null if it has none
     * @param namedShadows the same of its named shadows
     */
    record ThingView(
            String name,
            boolean registered,
            boolean connected,
            Map<String, String> attributes,
            ObjectNode shadow,
            Map<String, ObjectNode> namedShadows) {}

    List<ThingView> list() {
        Map<String, Thing> registered = registry.list(ThingFilter.ALL, "", MAX_THINGS).stream()
                .collect(Collectors.toMap(Thing::name, thing -> thing));
        Set<String> names = new TreeSet<>(registered.keySet());
        names.addAll(shadows.thingsWithClassicShadow(MAX_THINGS));
        Set<String> connected = presence.connectedClients();
        return names.stream()
                .limit(MAX_THINGS)
                .map(name -> view(name, registered.get(name), connected.contains(name)))
                .toList();
    }

    private ThingView view(String name, Thing thing, boolean connected) {
        Map<String, ObjectNode> named = new TreeMap<>();
        shadows.namesOf(name, "", MAX_NAMED_SHADOWS)
                .forEach(shadow -> named.put(shadow, document(ShadowName.named(name, shadow))));
        return new ThingView(
                name,
                thing != null,
                connected,
                thing == null ? Map.of() : thing.attributes(),
                document(ShadowName.classic(name)),
                named);
    }

    private ObjectNode document(ShadowName name) {
        return documents.find(name).orElse(null);
    }
}
