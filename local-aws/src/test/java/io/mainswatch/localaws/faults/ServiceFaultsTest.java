package io.mainswatch.localaws.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.MqttProbe;
import io.mainswatch.localaws.faults.ServiceFault.HttpError;
import io.mainswatch.localaws.faults.ServiceFault.HttpSlow;
import io.mainswatch.localaws.faults.ServiceFault.RegistryThrottle;
import io.mainswatch.localaws.faults.ServiceFault.ShadowReject;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.ThrottlingException;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ses.SesClient;

/** The services behind HTTP on a bad day, as AWS's own clients see them. */
class ServiceFaultsTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static IotClient iot;
    private static IotDataPlaneClient data;
    private static SesClient ses;

    @BeforeAll
    static void connect() {
        iot = AwsClients.iotWithoutRetries(LOCAL.aws());
        data = AwsClients.dataWithoutRetries(LOCAL.aws());
        ses = AwsClients.sesWithoutRetries(LOCAL.aws());
    }

    @AfterAll
    static void disconnect() {
        iot.close();
        data.close();
        ses.close();
    }

    @ParameterizedTest
    @CsvSource({
        "409, ConflictException, Version conflict",
        "429, ThrottlingException, Too many requests",
        "500, InternalFailureException, Internal service failure",
    })
    void anUpdateByHttpIsRefusedAndNotStored(int code, String exception, String message) {
        String thing = "http-" + code;
        Arming reject = arm(FaultOrder.of(new ShadowReject(code)).only(thing).times(1));

        assertThatThrownBy(() -> update(thing))
                .isInstanceOfSatisfying(
                        SdkServiceException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(code))
                .hasMessageContaining(message)
                .matches(refused -> refused.getClass().getSimpleName().equals(exception));
        assertThatThrownBy(() -> data.getThingShadow(r -> r.thingName(thing)))
                .isInstanceOf(ResourceNotFoundException.class);
        update(thing);
        assertThat(reject.struck()).isEqualTo(1);
        assertThat(reject.isArmed()).isFalse();
    }

    @Test
    void anUpdateByMqttIsRejectedAndNotStored() throws MqttException {
        Arming reject =
                arm(FaultOrder.of(new ShadowReject(429)).only("rejected-thing").times(1));
        String update = "$aws/things/rejected-thing/shadow/update";
        try (MqttProbe thing = MqttProbe.connect(LOCAL.aws(), "rejected-thing").listen(update + "/+")) {
            thing.publish(update, "{\"state\":{\"reported\":{\"n\":1}}}");
            JsonNode rejected = thing.next(update + "/rejected");
            thing.publish(update, "{\"state\":{\"reported\":{\"n\":2}}}");

            assertThat(rejected.get("code").asInt()).isEqualTo(429);
            assertThat(thing.next(update + "/accepted").get("version").asInt()).isEqualTo(1);
            assertThat(reject.struck()).isEqualTo(1);
        }
    }

    @Test
    void theControlPlaneIsThrottledAndTheDataPlaneIsNot() {
        Arming throttle = arm(FaultOrder.of(new RegistryThrottle()).times(1));

        update("throttled");
        assertThatThrownBy(() -> iot.listThings())
                .isInstanceOf(ThrottlingException.class)
                .hasMessageContaining("Rate exceeded");
        assertThatCode(() -> iot.listThings()).doesNotThrowAnyException();
        assertThat(throttle.struck()).isEqualTo(1);
    }

    @Test
    void awsOwnRetriesGetOverAThrottle() {
        Arming throttle = arm(FaultOrder.of(new RegistryThrottle()).times(2));
        try (IotClient retrying = AwsClients.iot(LOCAL.aws())) {
            assertThatCode(() -> retrying.listThings()).doesNotThrowAnyException();
        }
        assertThat(throttle.remaining()).contains(0);
    }

    @Test
    void aCallWaitsIfItIsOfTheServiceThatIsSlow() {
        Arming slow = arm(
                FaultOrder.of(new HttpSlow(Duration.ofMillis(400))).only("data").times(1));

        iot.listThings();
        ses.getSendQuota();
        assertThat(slow.struck()).isZero();
        long before = System.nanoTime();
        update("slow");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(slow.struck()).isEqualTo(1);
    }

    @Test
    void aCallOfAnyServiceFailsWithItsOwnError() {
        Arming error = arm(FaultOrder.of(new HttpError()).times(3));

        assertThatThrownBy(() -> iot.listThings()).satisfies(ServiceFaultsTest::isInternal);
        assertThatThrownBy(() -> update("failing")).satisfies(ServiceFaultsTest::isInternal);
        assertThatThrownBy(() -> ses.getSendQuota()).satisfies(ServiceFaultsTest::isInternal);
        assertThatCode(() -> ses.getSendQuota()).doesNotThrowAnyException();
        assertThat(error.struck()).isEqualTo(3);
    }

    private static void isInternal(Throwable thrown) {
        assertThat(thrown).isInstanceOf(SdkServiceException.class).hasMessageContaining("Internal service failure");
        assertThat(((SdkServiceException) thrown).statusCode()).isEqualTo(500);
    }

    private static Arming arm(FaultOrder order) {
        return LOCAL.aws().faults().arm(order);
    }

    private static void update(String thing) {
        data.updateThingShadow(r -> r.thingName(thing).payload(SdkBytes.fromUtf8String("{\"state\":{}}")));
    }
}
