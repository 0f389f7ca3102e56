package io.mainswatch.localaws.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mainswatch.localaws.AwsClients;
import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.start.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.IotException;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.IotDataPlaneException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;

class SignatureTest {

    private static final AwsBasicCredentials KEY = AwsBasicCredentials.create("AKIDTEST", "s3cret/+of=ours");
    private static final StaticCredentialsProvider RIGHT = StaticCredentialsProvider.create(KEY);
    private static final StaticCredentialsProvider WRONG_SECRET =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "guessed"));
    private static final StaticCredentialsProvider UNKNOWN =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOTHER", "s3cret/+of=ours"));

    @TempDir
    static Path folder;

    private static LocalAws aws;

    @BeforeAll
    static void start() {
        aws = LocalAws.builder()
                .data(folder.resolve("data"))
                .freePorts()
                .accessKeys(AccessKeys.read("# ours\nOTHER x\n" + KEY.accessKeyId() + " " + KEY.secretAccessKey()))
                .start();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void callsThatAreSignedWithTheRightKeyPassForAllServices() {
        try (IotClient iot = AwsClients.iot(aws, RIGHT);
                IotDataPlaneClient data = AwsClients.data(aws, RIGHT);
                SesClient ses = AwsClients.ses(aws, RIGHT)) {
            iot.createThing(
                    r -> r.thingName("cabin:1").attributePayload(p -> p.attributes(Map.of("site", "north/a=b"))));
            assertThat(iot.listThings(r -> r.attributeName("site").attributeValue("north"))
                            .things())
                    .isEmpty();
            data.publish(r -> r.topic("a b/ü*~!'()&=?/$x").qos(1).payload(SdkBytes.fromUtf8String("{}")));
            data.updateThingShadow(
                    r -> r.thingName("cabin:1").shadowName("a:b").payload(SdkBytes.fromUtf8String("{\"state\":{}}")));
            assertThat(ses.sendEmail(r -> r.source("a@example.org")
                                    .destination(d -> d.toAddresses("b@example.org"))
                                    .message(m -> m.subject(s -> s.data("ä & b=c"))
                                            .body(b -> b.text(t -> t.data("+ % text")))))
                            .messageId())
                    .isNotEmpty();
        }
    }

    @Test
    void aWrongSecretOrAnUnknownKeyIsRefusedInTheShapeOfTheService() {
        try (IotClient iot = AwsClients.iot(aws, WRONG_SECRET);
                IotClient stranger = AwsClients.iot(aws, UNKNOWN);
                IotDataPlaneClient data = AwsClients.data(aws, WRONG_SECRET);
                SesClient ses = AwsClients.ses(aws, WRONG_SECRET);
                SesClient strangersSes = AwsClients.ses(aws, UNKNOWN)) {
            assertThatThrownBy(() -> iot.listThings()).isInstanceOfSatisfying(IotException.class, e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
            });
            assertThatThrownBy(() -> stranger.listThings())
                    .isInstanceOfSatisfying(
                            IotException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException"));
            assertThatThrownBy(() -> data.getThingShadow(r -> r.thingName("cabin")))
                    .isInstanceOfSatisfying(
                            IotDataPlaneException.class,
                            e -> assertThat(e.statusCode()).isEqualTo(403));
            assertThatThrownBy(() -> ses.getSendQuota())
                    .isInstanceOfSatisfying(
                            SesException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
            assertThatThrownBy(() -> strangersSes.getSendQuota())
                    .isInstanceOfSatisfying(
                            SesException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
        }
    }

    @Test
    void aSignatureIsGoodForItsBodyItsPathAndItsQuarterOfAnHourOnly() throws Exception {
        String body = "{\"state\":{}}";
        String path = "/things/raw/shadow?name=one";
        SdkHttpRequest signed = sign(path, body, Clock.systemUTC());

        assertThat(send(signed, path, body).statusCode()).isEqualTo(200);
        assertThat(send(signed, path, "{\"state\":{ }}")).satisfies(answer -> refused(answer, "InvalidSignature"));
        assertThat(send(signed, "/things/raw/shadow?name=two", body))
                .satisfies(answer -> refused(answer, "InvalidSignature"));
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-16));
        assertThat(send(sign(path, body, earlier), path, body)).satisfies(answer -> {
            refused(answer, "InvalidSignature");
            assertThat(answer.body()).contains("Signature expired");
        });
    }

    @Test
    void aCallWithoutASignatureIsRefusedAlsoWhenItsPathPretendsToBeTheConsole() throws Exception {
        assertThat(get("/things")).satisfies(answer -> refused(answer, "MissingAuthenticationToken"));
        assertThat(get("/_console/../things")).satisfies(answer -> refused(answer, "MissingAuthenticationToken"));
        assertThat(get("/_console/%2e%2e/things")).satisfies(answer -> refused(answer, "MissingAuthenticationToken"));
    }

    @Test
    void theConsoleNeedsNoSignature() throws Exception {
        assertThat(new ConsoleClient(aws).get("things").isArray()).isTrue();
        assertThat(get("/_console/").statusCode()).isEqualTo(200);
    }

    @Test
    void keysAreReadFromAFileAndNoComplaintRepeatsThem() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "AKID  s3cret\n\n");

        assertThat(AccessKeys.read(file.toString()).secret("AKID")).contains("s3cret");
        assertThat(AccessKeys.read(file.toString())).hasToString("1 access keys");
        assertThatThrownBy(() -> AccessKeys.read("AKID s3cret\ns3cret"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("line 2 is not an id, a blank and a secret")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> AccessKeys.read("s3cret"))
                .isInstanceOf(StartException.class)
                .hasMessageNotContaining("s3cret");
    }

    private static void refused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains(code + "Exception");
    }

    /** By AWS's own signer. */
    private static SdkHttpRequest sign(String path, String body, Clock clock) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(aws.httpEndpoint().resolve(path))
                .build();
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(KEY)
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iotdata")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }

    private static HttpResponse<String> send(SdkHttpRequest signed, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(aws.httpEndpoint().resolve(path))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create(aws.httpEndpoint() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
