package io.mainswatch.localaws.registry;

/** The kinds of registry events that AWS has; {@link #THING} is the one that is published here. */
enum EventType {
    THING,
    THING_GROUP,
    THING_TYPE,
    THING_GROUP_MEMBERSHIP,
    THING_GROUP_HIERARCHY,
    THING_TYPE_ASSOCIATION,
    JOB,
    JOB_EXECUTION,
    POLICY,
    CERTIFICATE,
    CA_CERTIFICATE
}
