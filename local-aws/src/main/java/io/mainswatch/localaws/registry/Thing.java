package io.mainswatch.localaws.registry;

import java.util.SortedMap;

/**
 * A thing of the registry.
 *
 * @param name 1 to 128 of {@code a-z A-Z 0-9 : _ -}
 * @param id a UUID, given at creation
 * @param type its thing type's name, or null
 * @param billingGroup or null
 * @param attributes by name, never null
 * @param version 1 at creation, one more with each change
 */
public record Thing(
        String name, String id, String type, String billingGroup, SortedMap<String, String> attributes, long version) {}
