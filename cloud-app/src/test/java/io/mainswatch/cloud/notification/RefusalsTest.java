package io.mainswatch.cloud.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import java.net.SocketTimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SesException;

class RefusalsTest {

    @Test
    void aRejectedMailAndAWrongAddressAreForGood() {
        assertThat(isForGood(MessageRejectedException.builder().message("no").build()))
                .isTrue();
        assertThat(isForGood(ses("InvalidParameterValue"))).isTrue();
        assertThat(isForGood(new AddressException("no"))).isTrue();
        assertThat(isForGood(new RuntimeCamelException(ses("MessageRejected")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Throttling", "InternalFailure", "AccountSendingPausedException", "MailFromDomainNotVerified"})
    void whatTimeOrAnOperatorMendsIsNot(String code) {
        assertThat(isForGood(ses(code))).isFalse();
    }

    @Test
    void anAnswerThatNeverCameIsNot() {
        assertThat(isForGood(SdkClientException.create("time-out", new SocketTimeoutException("Read timed out"))))
                .isFalse();
        assertThat(isForGood(SesException.builder().statusCode(503).build())).isFalse();
    }

    private static SesException ses(String code) {
        return (SesException) SesException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static boolean isForGood(Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        return new Refusals().matches(exchange);
    }
}
