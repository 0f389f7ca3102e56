package io.mainswatch.camel.aws2.iot.data;

/** What a read of a shadow that is not there comes to. */
public enum IfAbsent {
    /** The ResourceNotFoundException of AWS. */
    fail,
    /** A message without a body, with a header that says so. */
    empty
}
