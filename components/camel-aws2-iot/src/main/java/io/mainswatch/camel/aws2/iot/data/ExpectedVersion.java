package io.mainswatch.camel.aws2.iot.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mainswatch.camel.aws2.iot.plane.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Makes an update conditional: AWS refuses a document whose {@code version} is not that of the shadow with a conflict.
 *
 * <p>The member is written in front of the others and not a byte of these is changed, so that numbers keep their digits
 * and a text its escapes.
 */
final class ExpectedVersion {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String MEMBER = "version";

    private ExpectedVersion() {}

    /**
     * The document with the version that header or option expects; as it is when neither does.
     *
     * @throws IllegalArgumentException when the document is not a JSON object, or has another version already
     */
    static SdkBytes in(SdkBytes document, Input input) {
        return input.optional(IotData2Constants.EXPECTED_VERSION, Long.class)
                .map(version -> with(version, document))
                .orElse(document);
    }

    private static SdkBytes with(long version, SdkBytes document) {
        byte[] bytes = document.asByteArrayUnsafe();
        try (JsonParser json = JSON.createParser(bytes)) {
            JsonToken first = json.nextToken();
            int inside = (int) json.currentLocation().getByteOffset(); // -1 when it is not UTF-8
            if (first != JsonToken.START_OBJECT || inside < 0) {
                throw new IllegalArgumentException(noObject());
            }
            boolean empty = true;
            boolean there = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                empty = false;
                String member = json.currentName();
                json.nextToken();
                if (MEMBER.equals(member)) {
                    requireSame(version, json);
                    there = true;
                }
                json.skipChildren();
            }
            return there ? document : spliced(bytes, inside, "\"version\":" + version + (empty ? "" : ","));
        } catch (IOException e) {
            throw new IllegalArgumentException(noObject(), e);
        }
    }

    private static void requireSame(long version, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || !json.getText().equals(Long.toString(version))) {
            throw new IllegalArgumentException("The body has the version " + json.getText() + " but the header "
                    + IotData2Constants.EXPECTED_VERSION + " or the option version expects " + version
                    + ": leave one of them out, or make them the same");
        }
    }

    private static SdkBytes spliced(byte[] bytes, int at, String member) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream(bytes.length + member.length());
        spliced.write(bytes, 0, at);
        spliced.writeBytes(member.getBytes(StandardCharsets.US_ASCII));
        spliced.write(bytes, at, bytes.length - at);
        return SdkBytes.fromByteArrayUnsafe(spliced.toByteArray());
    }

    private static String noObject() {
        return "The body of an update with an expected version must be a JSON object in UTF-8,"
                + " such as {\"state\":{\"reported\":{}}}";
    }
}
