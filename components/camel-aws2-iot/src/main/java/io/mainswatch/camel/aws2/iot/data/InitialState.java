package io.mainswatch.camel.aws2.iot.data;

/** What a consumer does with the shadow that it finds at its first poll. */
public enum InitialState {
    /** It is a message like any later version. */
    emit,
    /** It is only remembered, so that the next version is the first message. */
    skip
}
