package io.mainswatch.cloud.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void whatWasWrittenForOperatorsIsTakenAsItIs() {
        assertThat(of(new RuntimeCamelException(new UnprocessableException("status is 5; it must be on or off."))))
                .isEqualTo("status is 5; it must be on or off.");
    }

    @Test
    void anyOtherFailureIsOneLineWithItsName() {
        assertThat(of(new IllegalStateException("first\n  second\tthird\0")))
                .isEqualTo("IllegalStateException: first second third");
        assertThat(of(new IllegalStateException("x".repeat(600))))
                .hasSizeLessThan(510)
                .endsWith("...");
        assertThat(of(new NullPointerException())).isEqualTo("NullPointerException: null");
    }

    private static String of(Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        return new Cause().of(exchange);
    }
}
