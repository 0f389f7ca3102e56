package io.mainswatch.localaws.clients;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.LocalAwsExtension;
import io.mainswatch.localaws.identity.ThingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.crt.iot.MqttRequestResponseClientOptions;
import software.amazon.awssdk.crt.iot.StreamingOperation;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt.QualityOfService;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.iot.AwsIotMqtt5ClientBuilder;
import software.amazon.awssdk.iot.AwsIotMqttConnectionBuilder;
import software.amazon.awssdk.iot.V2ClientStreamOptions;
import software.amazon.awssdk.iot.iotshadow.IotShadowClient;
import software.amazon.awssdk.iot.iotshadow.IotShadowV2Client;
import software.amazon.awssdk.iot.iotshadow.model.DeleteNamedShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.DeleteShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.DeleteShadowResponse;
import software.amazon.awssdk.iot.iotshadow.model.DeleteShadowSubscriptionRequest;
import software.amazon.awssdk.iot.iotshadow.model.ErrorResponse;
import software.amazon.awssdk.iot.iotshadow.model.GetNamedShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.GetShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.GetShadowResponse;
import software.amazon.awssdk.iot.iotshadow.model.GetShadowSubscriptionRequest;
import software.amazon.awssdk.iot.iotshadow.model.ShadowDeltaUpdatedEvent;
import software.amazon.awssdk.iot.iotshadow.model.ShadowDeltaUpdatedSubscriptionRequest;
import software.amazon.awssdk.iot.iotshadow.model.ShadowState;
import software.amazon.awssdk.iot.iotshadow.model.UpdateNamedShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.UpdateShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.UpdateShadowResponse;
import software.amazon.awssdk.iot.iotshadow.model.UpdateShadowSubscriptionRequest;
import software.amazon.awssdk.iot.iotshadow.model.V2ErrorResponseException;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;

/** A device that is built with AWS's own SDK for devices, with keys that the stand-in made for it. */
class DeviceSdkTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    private static final String POLICY = "own-topics";
    private static final QualityOfService QOS_1 = QualityOfService.AT_LEAST_ONCE;

    private static IotClient iot;
    private static String rootCa;

    @BeforeAll
    static void prepare() throws IOException {
        iot = AwsClients.iot(LOCAL.aws());
        iot.createPolicy(r -> r.policyName(POLICY).policyDocument(ThingPolicy.OWN_TOPICS));
        rootCa = Files.readString(LOCAL.aws().rootCa());
    }

    @AfterAll
    static void end() {
        iot.close();
    }

    @Test
    void itsShadowClientForMqtt311IsAnsweredToUpdateGetAndDeleteAndHearsOfDeltas() throws Exception {
        try (MqttClientConnection connection = mqtt311("lamp")) {
            IotShadowClient shadows = new IotShadowClient(connection);
            BlockingQueue<UpdateShadowResponse> updated = new LinkedBlockingQueue<>();
            BlockingQueue<ErrorResponse> refused = new LinkedBlockingQueue<>();
            BlockingQueue<ShadowDeltaUpdatedEvent> deltas = new LinkedBlockingQueue<>();
            BlockingQueue<GetShadowResponse> got = new LinkedBlockingQueue<>();
            BlockingQueue<DeleteShadowResponse> deleted = new LinkedBlockingQueue<>();
            UpdateShadowSubscriptionRequest updates = new UpdateShadowSubscriptionRequest();
            updates.thingName = "lamp";
            ShadowDeltaUpdatedSubscriptionRequest differences = new ShadowDeltaUpdatedSubscriptionRequest();
            differences.thingName = "lamp";
            GetShadowSubscriptionRequest gets = new GetShadowSubscriptionRequest();
            gets.thingName = "lamp";
            DeleteShadowSubscriptionRequest deletes = new DeleteShadowSubscriptionRequest();
            deletes.thingName = "lamp";
            done(shadows.SubscribeToUpdateShadowAccepted(updates, QOS_1, updated::add));
            done(shadows.SubscribeToUpdateShadowRejected(updates, QOS_1, refused::add));
            done(shadows.SubscribeToShadowDeltaUpdatedEvents(differences, QOS_1, deltas::add));
            done(shadows.SubscribeToGetShadowAccepted(gets, QOS_1, got::add));
            done(shadows.SubscribeToDeleteShadowAccepted(deletes, QOS_1, deleted::add));

            done(shadows.PublishUpdateShadow(update("lamp", "on", "off", null), QOS_1));
            UpdateShadowResponse accepted = next(updated);
            assertThat(accepted.clientToken).isEqualTo("token");
            assertThat(accepted.state.desired).containsEntry("light", "on");
            ShadowDeltaUpdatedEvent delta = next(deltas);
            assertThat(delta.state).containsOnly(Map.entry("light", "on"));
            assertThat(delta.version).isEqualTo(accepted.version);

            done(shadows.PublishUpdateShadow(update("lamp", "on", "on", accepted.version + 7), QOS_1));
            ErrorResponse conflict = next(refused);
            assertThat(conflict.code).isEqualTo(409);
            assertThat(conflict.message).isEqualTo("Version conflict");
            assertThat(conflict.clientToken).isEqualTo("token");

            GetShadowRequest get = new GetShadowRequest();
            get.thingName = "lamp";
            done(shadows.PublishGetShadow(get, QOS_1));
            GetShadowResponse shadow = next(got);
            assertThat(shadow.state.delta).containsOnly(Map.entry("light", "on"));
            assertThat(shadow.metadata.reported).containsKey("light");

            DeleteShadowRequest delete = new DeleteShadowRequest();
            delete.thingName = "lamp";
            done(shadows.PublishDeleteShadow(delete, QOS_1));
            assertThat(next(deleted).version).isEqualTo(accepted.version);
            done(connection.disconnect());
        }
    }

    @Test
    void itsShadowClientForMqtt5IsAnsweredToUpdateGetAndDeleteAndHearsOfDeltas() throws Exception {
        try (Mqtt5Client client = mqtt5("fan");
                IotShadowV2Client shadows = IotShadowV2Client.newFromMqtt5(client, requestsAndStreams())) {
            BlockingQueue<ShadowDeltaUpdatedEvent> deltas = new LinkedBlockingQueue<>();
            try (StreamingOperation stream = deltas(shadows, "fan", deltas)) {
                stream.open();
                UpdateShadowResponse accepted = done(shadows.updateShadow(update("fan", "on", "off", null)));
                assertThat(accepted.state.reported).containsEntry("light", "off");
                assertThat(next(deltas).state).containsOnly(Map.entry("light", "on"));

                assertThatThrownBy(() -> done(shadows.updateShadow(update("fan", "on", "on", 99))))
                        .cause()
                        .isInstanceOfSatisfying(V2ErrorResponseException.class, refused -> {
                            assertThat(refused.getModeledError().code).isEqualTo(409);
                            assertThat(refused.getModeledError().message).isEqualTo("Version conflict");
                        });
            }
            GetShadowRequest get = new GetShadowRequest();
            get.thingName = "fan";
            assertThat(done(shadows.getShadow(get)).state.delta).containsOnly(Map.entry("light", "on"));

            DeleteShadowRequest delete = new DeleteShadowRequest();
            delete.thingName = "fan";
            assertThat(done(shadows.deleteShadow(delete)).version).isEqualTo(1);
            assertThatThrownBy(() -> done(shadows.getShadow(get)))
                    .cause()
                    .isInstanceOfSatisfying(
                            V2ErrorResponseException.class,
                            refused -> assertThat(refused.getModeledError().message)
                                    .isEqualTo("No shadow exists with name: 'fan'"));
            client.stop();
        }
    }

    @Test
    void namedShadowsAreShadowsOfTheirOwn() throws Exception {
        try (Mqtt5Client client = mqtt5("heater");
                IotShadowV2Client shadows = IotShadowV2Client.newFromMqtt5(client, requestsAndStreams())) {
            UpdateNamedShadowRequest update = new UpdateNamedShadowRequest();
            update.thingName = "heater";
            update.shadowName = "limits";
            update.state = state("warm", "cold");
            assertThat(done(shadows.updateNamedShadow(update)).version).isEqualTo(1);

            GetNamedShadowRequest get = new GetNamedShadowRequest();
            get.thingName = "heater";
            get.shadowName = "limits";
            assertThat(done(shadows.getNamedShadow(get)).state.desired).containsEntry("light", "warm");

            GetShadowRequest classic = new GetShadowRequest();
            classic.thingName = "heater";
            assertThatThrownBy(() -> done(shadows.getShadow(classic)))
                    .cause()
                    .isInstanceOfSatisfying(
                            V2ErrorResponseException.class,
                            refused ->
                                    assertThat(refused.getModeledError().code).isEqualTo(404));

            DeleteNamedShadowRequest delete = new DeleteNamedShadowRequest();
            delete.thingName = "heater";
            delete.shadowName = "limits";
            assertThat(done(shadows.deleteNamedShadow(delete)).version).isEqualTo(1);
            client.stop();
        }
    }

    /** Makes a thing with keys and a certificate, and connects as it. */
    private static MqttClientConnection mqtt311(String thing) throws Exception {
        CreateKeysAndCertificateResponse made = thing(thing);
        try (AwsIotMqttConnectionBuilder builder = AwsIotMqttConnectionBuilder.newMtlsBuilder(
                        made.certificatePem(), made.keyPair().privateKey())
                .withCertificateAuthority(rootCa)
                .withEndpoint("localhost")
                .withPort(LOCAL.aws().mqttsPort())
                .withClientId(thing)
                .withCleanSession(true)) {
            MqttClientConnection connection = builder.build();
            done(connection.connect());
            return connection;
        }
    }

    private static Mqtt5Client mqtt5(String thing) throws Exception {
        CreateKeysAndCertificateResponse made = thing(thing);
        Link link = new Link();
        try (AwsIotMqtt5ClientBuilder builder = AwsIotMqtt5ClientBuilder.newDirectMqttBuilderWithMtlsFromMemory(
                        "127.0.0.1", made.certificatePem(), made.keyPair().privateKey())
                .withCertificateAuthority(rootCa)
                .withPort((long) LOCAL.aws().mqttsPort())
                .withClientId(thing)
                .withLifeCycleEvents(link)) {
            Mqtt5Client client = builder.build();
            client.start();
            done(link.up);
            return client;
        }
    }

    private static CreateKeysAndCertificateResponse thing(String name) {
        CreateKeysAndCertificateResponse made = iot.createKeysAndCertificate(r -> r.setAsActive(true));
        iot.createThing(r -> r.thingName(name));
        iot.attachPolicy(r -> r.policyName(POLICY).target(made.certificateArn()));
        iot.attachThingPrincipal(r -> r.thingName(name).principal(made.certificateArn()));
        return made;
    }

    private static MqttRequestResponseClientOptions requestsAndStreams() {
        return MqttRequestResponseClientOptions.builder()
                .withMaxRequestResponseSubscriptions(4)
                .withMaxStreamingSubscriptions(2)
                .withOperationTimeoutSeconds(10)
                .build();
    }

    private static StreamingOperation deltas(
            IotShadowV2Client shadows, String thing, BlockingQueue<ShadowDeltaUpdatedEvent> deltas) {
        ShadowDeltaUpdatedSubscriptionRequest request = new ShadowDeltaUpdatedSubscriptionRequest();
        request.thingName = thing;
        return shadows.createShadowDeltaUpdatedStream(
                request,
                V2ClientStreamOptions.<ShadowDeltaUpdatedEvent>builder()
                        .withStreamEventHandler(deltas::add)
                        .build());
    }

    private static UpdateShadowRequest update(String thing, String desired, String reported, Integer version) {
        UpdateShadowRequest request = new UpdateShadowRequest();
        request.thingName = thing;
        request.clientToken = "token";
        request.version = version;
        request.state = state(desired, reported);
        return request;
    }

    private static ShadowState state(String desired, String reported) {
        ShadowState state = new ShadowState();
        state.desired = new HashMap<>(Map.of("light", desired));
        state.reported = new HashMap<>(Map.of("light", reported));
        return state;
    }

    private static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(10, SECONDS);
    }

    private static <T> T next(BlockingQueue<T> heard) throws InterruptedException {
        T message = heard.poll(10, SECONDS);
        assertThat(message).isNotNull();
        return message;
    }
}
