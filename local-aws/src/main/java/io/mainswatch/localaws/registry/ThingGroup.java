package io.mainswatch.localaws.registry;

import java.time.Instant;
import java.util.SortedMap;

/**
 * A group of things, which may be within another.
 *
 * @param name 1 to 128 of {@code a-z A-Z 0-9 : _ -}
 * @param id a UUID, given at creation
 * @param parent the group it is within, or null
 * @param description or null
 * @param attributes by name, never null
 * @param version 1 at creation, one more with each change
 */
record ThingGroup(
        String name,
        String id,
        String parent,
        String description,
        SortedMap<String, String> attributes,
        long version,
        Instant createdAt) {}
