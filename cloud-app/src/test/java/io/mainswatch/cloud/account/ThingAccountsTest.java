package io.mainswatch.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.cloud.inbox.UnprocessableException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iot.model.DescribeThingResponse;

class ThingAccountsTest {

    private static final UUID ACCOUNT = UUID.fromString("2475fa0d-99f8-4048-89c5-abe7f319fe3f");

    @Test
    void theAttributeIsTheAccount() throws UnprocessableException {
        assertThat(idOf(Map.of("account-id", ACCOUNT.toString(), "other", "x"))).isEqualTo(ACCOUNT);
    }

    @Test
    void aThingWithoutItIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> idOf(Map.of()))
                .hasMessageContaining("cabin has no attribute account-id")
                .hasMessageContaining("mainswatch device add cabin --account");
    }

    @Test
    void anIdThatIsNoUuidIsRefusedWithItsValue() {
        assertThatThrownBy(() -> idOf(Map.of("account-id", "17")))
                .isInstanceOf(UnprocessableException.class)
                .hasMessageContaining("is 17; it must be the UUID of an account");
    }

    private static UUID idOf(Map<String, String> attributes) throws UnprocessableException {
        return new ThingAccounts()
                .idOf(DescribeThingResponse.builder()
                        .thingName("cabin")
                        .attributes(attributes)
                        .build());
    }
}
