package io.mainswatch.shadow;

import static io.mainswatch.shadow.ShadowDocument.DESIRED;
import static io.mainswatch.shadow.ShadowDocument.REPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * An update whose form is sound. Members other than state, version and clientToken have no effect.
 *
 * @param state an object with desired, reported or both, each an object or null; or null
 * @param version the version the sender believes in; a missing node if it does not care
 */
record UpdateRequest(JsonNode state, JsonNode version) {

    private static final Set<String> SECTIONS = Set.of(DESIRED, REPORTED);

    /** Contested: AWS does not document in which order it checks; this order explains every answer seen. */
    static UpdateRequest check(Request request, int maxDepth) throws RefusedException {
        JsonNode state = request.json().get("state");
        if (state == null) {
            throw RefusedException.badRequest("Missing required node: state");
        }
        request.checkClientToken();
        if (!isObjectOrNull(state)) {
            throw RefusedException.badRequest("State node must be an object");
        }
        checkSections(state);
        if (isDeeper(state.path(DESIRED), maxDepth) || isDeeper(state.path(REPORTED), maxDepth)) {
            throw RefusedException.badRequest("JSON contains too many levels of nesting; maximum is " + maxDepth);
        }
        if (hasNullInArray(state, false)) {
            throw RefusedException.badRequest("Arrays must not contain null");
        }
        JsonNode version = request.json().path("version");
        if (!version.isMissingNode() && !isVersion(version)) {
            throw RefusedException.badRequest("Invalid version");
        }
        return new UpdateRequest(state, version);
    }

    private static void checkSections(JsonNode state) throws RefusedException {
        for (Map.Entry<String, JsonNode> member : state.properties()) {
            if (!SECTIONS.contains(member.getKey())) {
                throw RefusedException.badRequest("State contains an invalid node: '" + member.getKey() + "'");
            }
        }
        if (!isObjectOrNull(state.path(DESIRED))) {
            throw RefusedException.badRequest("Desired node must be an object");
        }
        if (!isObjectOrNull(state.path(REPORTED))) {
            throw RefusedException.badRequest("Reported node must be an object");
        }
    }

    private static boolean isObjectOrNull(JsonNode node) {
        return node.isObject() || node.isNull() || node.isMissingNode();
    }

    /** An object or array with content is one level, and what is inside it one more; see {@link ShadowLimits}. */
    private static boolean isDeeper(JsonNode node, int levels) {
        if (levels == 0) {
            return !node.isEmpty();
        }
        for (JsonNode child : node) {
            if (isDeeper(child, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Contested: the guide forbids a null as an element; here also one deeper inside, for an array is one value. */
    private static boolean hasNullInArray(JsonNode node, boolean inArray) {
        for (JsonNode child : node) {
            if (child.isNull() ? inArray || node.isArray() : hasNullInArray(child, inArray || node.isArray())) {
                return true;
            }
        }
        return false;
    }

    /** Contested: a fraction is refused even if it is a whole number such as 1.0. */
    private static boolean isVersion(JsonNode node) {
        return node.isIntegralNumber() && node.bigIntegerValue().signum() >= 0;
    }

    void checkVersion(long current) throws RefusedException {
        if (!version.isMissingNode() && !(version.canConvertToLong() && version.longValue() == current)) {
            throw RefusedException.versionConflict();
        }
    }
}
