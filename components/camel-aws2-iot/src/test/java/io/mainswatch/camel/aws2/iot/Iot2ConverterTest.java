package io.mainswatch.camel.aws2.iot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

class Iot2ConverterTest {

    private static final String TEXT = "Küche €";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final TypeConverter converter = context.getTypeConverter();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void bytesTextAndStreamBecomeSdkBytes() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        assertThat(converter.convertTo(SdkBytes.class, bytes).asUtf8String()).isEqualTo(TEXT);
        assertThat(converter.convertTo(SdkBytes.class, TEXT).asUtf8String()).isEqualTo(TEXT);
        assertThat(converter
                        .convertTo(SdkBytes.class, new ByteArrayInputStream(bytes))
                        .asUtf8String())
                .isEqualTo(TEXT);
    }

    @Test
    void sdkBytesBecomeBytesTextAndStream() {
        SdkBytes bytes = SdkBytes.fromUtf8String(TEXT);

        assertThat(converter.convertTo(byte[].class, bytes)).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(converter.convertTo(String.class, bytes)).isEqualTo(TEXT);
        assertThat(converter.convertTo(InputStream.class, bytes)).hasContent(TEXT);
    }

    @Test
    void textIsInTheCharsetOfTheExchange() {
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(Exchange.CHARSET_NAME, "ISO-8859-15");
        SdkBytes bytes = converter.convertTo(SdkBytes.class, exchange, TEXT);

        assertThat(bytes.asByteArray()).hasSize(TEXT.length());
        assertThat(converter.convertTo(String.class, exchange, bytes)).isEqualTo(TEXT);
    }
}
