package io.mainswatch.localaws.broker;

/** The two qualities of service that AWS IoT Core has. */
public enum Qos {
    AT_MOST_ONCE,
    AT_LEAST_ONCE
}
