package io.mainswatch.camel.aws2.iot.plane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * What one operation must do with a message.
 *
 * @param operation the operation
 * @param required the headers without which it must be refused
 * @param optional the headers that may be there as well
 * @param payload the body of the message
 * @param request what must be sent when all of these are there
 * @param answer what AWS answers; null for an answer without content
 * @param returned the headers that the answer must leave
 * @param body the body that must come back; null when it is the answer itself
 */
public record OperationCase(
        Enum<?> operation,
        Map<String, Object> required,
        Map<String, Object> optional,
        Object payload,
        SdkRequest request,
        SdkResponse answer,
        Map<String, Object> returned,
        Object body) {

    public static OperationCase of(Enum<?> operation, SdkRequest request) {
        return new OperationCase(operation, Map.of(), Map.of(), null, request, null, Map.of(), null);
    }

    public OperationCase requires(String header, Object value) {
        return new OperationCase(
                operation, and(required, header, value), optional, payload, request, answer, returned, body);
    }

    public OperationCase accepts(String header, Object value) {
        return new OperationCase(
                operation, required, and(optional, header, value), payload, request, answer, returned, body);
    }

    /** Accepts a size of 5 and the token {@code page-1}; the answer names {@code page-2}. */
    public OperationCase paged(String sizeHeader, String tokenHeader) {
        return accepts(sizeHeader, "5").accepts(tokenHeader, "page-1").returns(tokenHeader, "page-2");
    }

    public OperationCase sends(Object newPayload) {
        return new OperationCase(operation, required, optional, newPayload, request, answer, returned, body);
    }

    public OperationCase answeredBy(SdkResponse newAnswer) {
        return new OperationCase(operation, required, optional, payload, request, newAnswer, returned, body);
    }

    public OperationCase returns(String header, Object value) {
        return new OperationCase(
                operation, required, optional, payload, request, answer, and(returned, header, value), body);
    }

    public OperationCase returnsBody(Object newBody) {
        return new OperationCase(operation, required, optional, payload, request, answer, returned, newBody);
    }

    /** All headers of the message, without those left out. */
    Map<String, Object> headersWithout(List<String> leftOut) {
        Map<String, Object> headers = new HashMap<>(required);
        headers.putAll(optional);
        headers.keySet().removeAll(leftOut);
        return headers;
    }

    private static Map<String, Object> and(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(name, value);
        return Map.copyOf(more);
    }

    @Override
    public String toString() {
        return operation.name();
    }
}
