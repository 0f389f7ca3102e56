package io.mainswatch.camel.aws2.iot.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.camel.aws2.iot.plane.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.Message;
import software.amazon.awssdk.core.SdkBytes;

/** A document of the shadow service in a message: the bytes as body, version, time and client token as headers. */
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
