package io.mainswatch.edge.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * What the shadow service sends back, as far as it matters here: an acceptance, a refusal or a delta.
 *
 * @param code the refusal's code, as in HTTP; 0 otherwise
 * @param message the refusal's text
 * @param version of the shadow after the update that caused this; 0 if it does not say
 * @param timestamp when, in seconds since 1970 by AWS's clock; 0 if it does not say
 * @param state the delta's content; in an acceptance the sections that the update had
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShadowReply(
        String clientToken, int code, String message, long version, long timestamp, Map<String, Object> state) {}
