package io.mainswatch.camel.aws2.iot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.camel.aws2.iot.plane.RunningContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.LoggingExceptionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowResponse;
import software.amazon.awssdk.services.iotdataplane.model.IotDataPlaneException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.ThrottlingException;

/** The consumer, poll by poll. */
class IotData2ConsumerTest {

    private final RunningContext<IotDataPlaneClient> camel = new RunningContext<>(IotDataPlaneClient.class);
    private final List<Message> emitted = new ArrayList<>();
    private RuntimeException failure;

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void eachNewVersionIsEmittedOnce() throws Exception {
        camel.aws().answerInTurn(version(3), version(3), version(4), version(4));
        IotData2Consumer consumer = consumer("thingName=lamp&shadowName=light");

        assertThat(polls(consumer, 4)).containsExactly(1, 0, 1, 0);

        assertThat(camel.aws().lastRequest())
                .isEqualTo(GetThingShadowRequest.builder()
                        .thingName("lamp")
                        .shadowName("light")
                        .build());
        assertThat(emitted)
                .extracting(message -> message.getBody(String.class))
                .containsExactly(document(3), document(4));
        assertThat(emitted.get(1).getHeaders())
                .containsEntry(IotData2Constants.THING_NAME, "lamp")
                .containsEntry(IotData2Constants.SHADOW_NAME, "light")
                .containsEntry(IotData2Constants.VERSION, 4L)
                .containsEntry(IotData2Constants.TIMESTAMP, 1763905623L)
                .doesNotContainKey(IotData2Constants.ABSENT);
    }

    @Test
    void ofTheClassicShadowThereIsNoNameToTell() throws Exception {
        camel.aws().answerInTurn(version(3));

        polls(consumer("thingName=lamp"), 1);

        assertThat(camel.aws().lastRequest())
                .isEqualTo(GetThingShadowRequest.builder().thingName("lamp").build());
        assertThat(emitted.get(0).getHeaders()).doesNotContainKey(IotData2Constants.SHADOW_NAME);
    }

    @Test
    void theShadowOfTheFirstPollIsSkippedWhenAskedFor() throws Exception {
        camel.aws().answerInTurn(version(3), version(3), version(4));

        assertThat(polls(consumer("thingName=lamp&initialState=skip"), 3)).containsExactly(0, 0, 1);
    }

    @Test
    void aShadowMadeAfterTheFirstPollIsNewEvenWhenTheFirstStateIsSkipped() throws Exception {
        camel.aws().answerInTurn(absent(), version(1));

        assertThat(polls(consumer("thingName=lamp&initialState=skip"), 2)).containsExactly(0, 1);
    }

    @Test
    void aShadowThatWasNeverThereIsNoMessage() throws Exception {
        camel.aws().answerInTurn(absent(), absent());

        assertThat(polls(consumer("thingName=lamp"), 2)).containsExactly(0, 0);
    }

    @Test
    void aDeletionIsEmittedOnceAndANewLifeMayBeginAtAnyVersion() throws Exception {
        camel.aws().answerInTurn(version(3), absent(), absent(), version(1));

        assertThat(polls(consumer("thingName=lamp"), 4)).containsExactly(1, 1, 0, 1);

        assertThat(emitted.get(1).getBody()).isNull();
        assertThat(emitted.get(1).getHeaders())
                .containsEntry(IotData2Constants.ABSENT, true)
                .containsEntry(IotData2Constants.THING_NAME, "lamp")
                .doesNotContainKey(IotData2Constants.VERSION);
        assertThat(emitted.get(2).getHeader(IotData2Constants.VERSION)).isEqualTo(1L);
    }

    @Test
    void aVersionWhoseExchangeFailedComesAgain() throws Exception {
        camel.aws().answerInTurn(version(3), version(3), version(3));
        IotData2Consumer consumer = consumer("thingName=lamp&exceptionHandler=#quiet");

        failure = new IllegalStateException("no room");
        assertThat(polls(consumer, 1)).containsExactly(0);
        failure = null;

        assertThat(polls(consumer, 2)).containsExactly(1, 0);
    }

    @Test
    void anErrorOfAwsFailsThePollSoThatTheSchedulerBacksOff() throws Exception {
        ThrottlingException throttled =
                ThrottlingException.builder().statusCode(429).build();
        camel.aws().answerInTurn(version(3), throttled, version(3));
        IotData2Consumer consumer = consumer("thingName=lamp");
        consumer.poll();

        assertThatThrownBy(consumer::poll).isSameAs(throttled);

        assertThat(polls(consumer, 1)).as("nothing is forgotten").containsExactly(0);
    }

    @Test
    void itsHealthCheckIsDownWhileAwsRefuses() throws Exception {
        AwsServiceException denied = IotDataPlaneException.builder()
                .message("AccessDenied")
                .statusCode(403)
                .build();
        camel.aws().answerInTurn(version(3), denied, version(3));
        IotData2Consumer consumer = consumer("thingName=lamp&exceptionHandler=#quiet");
        consumer.start();

        consumer.run();
        assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(State.UP);
        consumer.run();
        assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(State.DOWN);
        consumer.run();
        assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(State.UP);
    }

    @Test
    void afterErrorsTheSchedulerLeavesOutPolls() throws Exception {
        camel.aws().fail(ThrottlingException.builder().statusCode(429).build());
        IotData2Consumer consumer =
                consumer("thingName=lamp&backoffMultiplier=3&backoffErrorThreshold=1&exceptionHandler=#quiet");
        consumer.start();

        for (int tick = 0; tick < 4; tick++) {
            consumer.run();
        }

        assertThat(camel.aws().requestCount()).as("polls at ticks 1 and 4").isEqualTo(2);
    }

    @Test
    void anAnswerThatIsNoShadowDocumentFailsThePoll() throws Exception {
        camel.aws()
                .answer(GetThingShadowResponse.builder()
                        .payload(SdkBytes.fromUtf8String("{\"state\":{}}"))
                        .build());

        assertThatThrownBy(consumer("thingName=lamp")::poll).hasMessageContaining("without a version");
    }

    @Test
    void withoutAThingThereIsNothingToWatch() {
        assertThatThrownBy(() -> consumer("shadowName=light"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("aws2-iot-data://test", "option thingName");
    }

    @Test
    void anOperationOtherThanReadingTheShadowIsRefused() throws Exception {
        assertThat(consumer("thingName=lamp&operation=getThingShadow")).isNotNull();

        assertThatThrownBy(() -> consumer("thingName=lamp&operation=publish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("aws2-iot-data://test", "publish", "leave the option operation out");
    }

    @ParameterizedTest
    @CsvSource({"'',5000", "&pollDelay=250,250", "&pollDelay=2s,2000", "&delay=100,100", "&delay=100&pollDelay=250,100"
    })
    void itPollsEveryFiveSecondsUnlessTold(String options, long delay) throws Exception {
        assertThat(consumer("thingName=lamp" + options).getDelay()).isEqualTo(delay);
    }

    @Test
    void aPollDelayIsInMillisecondsWhateverTheUnitOfTheOtherDelays() throws Exception {
        assertThat(consumer("thingName=lamp&pollDelay=60000&timeUnit=SECONDS").getDelay())
                .isEqualTo(60);
        assertThat(consumer("thingName=lamp&pollDelay=250&timeUnit=SECONDS").getDelay())
                .isEqualTo(1);
    }

    @Test
    void aPollDelayOfNothingIsRefused() {
        assertThatThrownBy(() -> consumer("thingName=lamp&pollDelay=0"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("option pollDelay is 0", "1 millisecond or more");
    }

    /** A consumer whose polls are the test's; what it emits is kept as it was. */
    private IotData2Consumer consumer(String options) throws Exception {
        camel.context()
                .getRegistry()
                .bind(
                        "quiet",
                        ExceptionHandler.class,
                        new LoggingExceptionHandler(camel.context(), getClass(), LoggingLevel.OFF));
        IotData2Endpoint endpoint = camel.context()
                .getEndpoint("aws2-iot-data:test?startScheduler=false&" + options, IotData2Endpoint.class);
        return (IotData2Consumer) endpoint.createConsumer(this::keep);
    }

    private void keep(Exchange exchange) {
        exchange.setException(failure);
        Message copy = new DefaultMessage(camel.context());
        copy.copyFrom(exchange.getMessage());
        emitted.add(copy);
    }

    private static List<Integer> polls(IotData2Consumer consumer, int count) throws Exception {
        List<Integer> messages = new ArrayList<>();
        for (int poll = 0; poll < count; poll++) {
            messages.add(consumer.poll());
        }
        return messages;
    }

    private static GetThingShadowResponse version(int version) {
        return GetThingShadowResponse.builder()
                .payload(SdkBytes.fromUtf8String(document(version)))
                .build();
    }

    private static String document(int version) {
        return "{\"state\":{},\"version\":" + version + ",\"timestamp\":1763905623}";
    }

    private static ResourceNotFoundException absent() {
        return ResourceNotFoundException.builder().statusCode(404).build();
    }
}
