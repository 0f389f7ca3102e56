package io.mainswatch.localaws.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.faults.Arming;
import io.mainswatch.localaws.faults.FaultOrder;
import io.mainswatch.localaws.faults.PresenceFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iot.IotClient;

/** As another project's test would use it. */
@ExtendWith(LocalAwsExtension.class)
@TestMethodOrder(OrderAnnotation.class)
class LocalAwsExtensionTest {

    private static LocalAws first;
    private static Arming armed;

    @BeforeAll
    static void itIsThereBeforeTheFirstTest(LocalAws aws) {
        first = aws;
    }

    @AfterAll
    static void itIsThereAfterTheLastTest(LocalAws aws) {
        assertThat(aws).isSameAs(first);
        assertThat(armed.isArmed()).isFalse();
    }

    @Test
    @Order(1)
    void itServesOnAFreePort(LocalAws aws) {
        armed = aws.faults().arm(FaultOrder.of(new PresenceFault.Drop()));
        try (IotClient iot = AwsClients.iot(aws)) {
            assertThat(iot.listThings().things()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void theFaultsOfOneTestDoNotReachTheNext(LocalAws aws) {
        assertThat(aws).isSameAs(first);
        assertThat(aws.faults().list()).containsExactly(armed).noneMatch(Arming::isArmed);
    }

    @Nested
    class InANestedClass {

        @Test
        void itIsTheSame(LocalAws aws) {
            assertThat(aws).isSameAs(first);
            assertThat(aws.httpPort()).isPositive();
        }
    }
}
