package io.mainswatch.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "a.b+power@sub.example.co.uk", "o'neil@example.org", "root@localhost"})
    void acceptsPlainAddresses(String text) {
        assertThat(new EmailAddress(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.org",
                "ann@example.org,bob@example.org",
                "Ann <ann@example.org>",
                "ann@example.org\r\nBcc: eve@example.org",
                "ann @example.org",
                "ännchen@example.org",
                "\"a b\"@example.org",
                "ann@exa_mple.org"
            })
    void refusesWhatIsNotOnePlainAddress(String text) {
        assertThatThrownBy(() -> new EmailAddress(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }
}
