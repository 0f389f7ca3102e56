package io.mainswatch.edge.report;

import java.util.Map;

/** The document that is published to {@code shadow/update}. */
public record ShadowUpdate(State state, String clientToken) {

    /** Reported only: what is desired is not the device's to say. */
    public record State(Map<String, Object> reported) {}

    static ShadowUpdate reporting(Map<String, Object> reported, String clientToken) {
        return new ShadowUpdate(new State(reported), clientToken);
    }
}
