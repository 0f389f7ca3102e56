package io.mainswatch.edge.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * What the shadow service sends back, as far as it matters here: an acceptance, a refusal or a delta.
 *
 * @param code the refusal's code, as in HTTP; 0 otherwise
 * @param message the refusal's text
 * @param state the delta's content
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShadowReply(String clientToken, int code, String message, Map<String, Object> state) {}
