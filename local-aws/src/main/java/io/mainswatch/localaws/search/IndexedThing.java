package io.mainswatch.localaws.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mainswatch.localaws.presence.Connectivity;
import io.mainswatch.localaws.registry.Thing;
import java.util.List;
import java.util.Optional;

/**
 * A thing with all that the index knows of it.
 *
 * @param groups the names of the groups that it is in itself
 * @param shadow its classic shadow in the form of the index, if it has one
 * @param connectivity of the client that has the thing's name, if there was one
 */
record IndexedThing(
        Thing thing, List<String> groups, Optional<ObjectNode> shadow, Optional<Connectivity> connectivity) {}
