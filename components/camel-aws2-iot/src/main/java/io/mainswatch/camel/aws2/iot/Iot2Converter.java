package io.mainswatch.camel.aws2.iot;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Converts between the SDK's bytes and what routes carry. Text is in the charset of the exchange, UTF-8 unless a
 * header or property of the exchange says otherwise.
 */
@Converter(generateLoader = true)
public final class Iot2Converter {

    private Iot2Converter() {}

    @Converter
    public static SdkBytes toSdkBytes(byte[] bytes) {
        return SdkBytes.fromByteArray(bytes);
    }

    @Converter
    public static SdkBytes toSdkBytes(String text, Exchange exchange) {
        return SdkBytes.fromString(text, charset(exchange));
    }

    @Converter
    public static SdkBytes toSdkBytes(InputStream stream) {
        return SdkBytes.fromInputStream(stream);
    }

    @Converter
    public static byte[] toByteArray(SdkBytes bytes) {
        return bytes.asByteArray();
    }

    @Converter
    public static String toString(SdkBytes bytes, Exchange exchange) {
        return bytes.asString(charset(exchange));
    }

    @Converter
    public static InputStream toInputStream(SdkBytes bytes) {
        return bytes.asInputStream();
    }

    private static Charset charset(Exchange exchange) {
        String name = ExchangeHelper.getCharsetName(exchange, false);
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }
}
