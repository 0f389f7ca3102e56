package io.mainswatch.camel.aws2.iot.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.camel.aws2.iot.plane.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.Message;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A document of the shadow service in a message: the bytes as body, version, time and client token as headers; or that
 * there is none.
 */
final class ShadowDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ShadowDocument() {}

    static void put(SdkBytes payload, Message message) {
        byte[] bytes = Payload.bytes(payload);
        JsonNode document = parsed(bytes);
        message.setBody(bytes);
        Call.setOrRemove(message, IotData2Constants.VERSION, number(document.get("version")));
        Call.setOrRemove(message, IotData2Constants.TIMESTAMP, number(document.get("timestamp")));
        Call.setOrRemove(message, IotData2Constants.CLIENT_TOKEN, text(document.get("clientToken")));
        message.removeHeader(IotData2Constants.ABSENT);
    }

    static void putAbsence(Message message) {
        message.setBody(null);
        message.removeHeader(IotData2Constants.VERSION);
        message.removeHeader(IotData2Constants.TIMESTAMP);
        message.removeHeader(IotData2Constants.CLIENT_TOKEN);
        message.setHeader(IotData2Constants.ABSENT, true);
    }

    /**
     * The version of a document.
     *
     * @throws IllegalStateException when it has none; every document of AWS has one
     */
    static long version(SdkBytes payload) {
        Long version = number(parsed(Payload.bytes(payload)).path("version"));
        if (version == null) {
            throw new IllegalStateException("AWS IoT answered with a shadow document without a version");
        }
        return version;
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("AWS IoT answered with a shadow document that is not JSON", e);
        }
    }

    private static Long number(JsonNode node) {
        return node != null && node.isIntegralNumber() ? node.longValue() : null;
    }

    private static String text(JsonNode node) {
        return node != null && node.isTextual() ? node.textValue() : null;
    }
}
