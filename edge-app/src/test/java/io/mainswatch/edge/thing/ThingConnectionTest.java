package io.mainswatch.edge.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mainswatch.edge.Relay;
import io.mainswatch.edge.tls.Authority;
import io.mainswatch.edge.tls.Identity;
import io.mainswatch.edge.tls.MutualTls;
import io.mainswatch.edge.tls.TlsDoor;
import io.mainswatch.localaws.LocalAws;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import javax.net.ServerSocketFactory;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection on bad networks: what it says, and that it goes on trying. */
class ThingConnectionTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    static Path data;

    private static LocalAws aws;
    private static Authority authority;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void startTheCloud() throws Exception {
        aws = LocalAws.builder().data(data).freePorts().start();
        authority = new Authority("root");
    }

    @AfterAll
    static void stopTheCloud() {
        aws.close();
    }

    @AfterEach
    void closeWhatIsOpen() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void onPort443TheServerHearsByAlpnThatMqttIsMeantAndBySniWhoIsWanted() throws Exception {
        Relay door = door(authority.issue("server", "localhost"), authority, Link.Tls.AWS_MQTT);

        ThingConnection connection = connect("alpn", door.port(), tls(authority, Link.Tls.AWS_MQTT));

        await().atMost(LONG).until(connection::isConnected);
        SSLSocket entered = (SSLSocket) door.entered().get(0);
        assertThat(entered.getApplicationProtocol()).isEqualTo("x-amzn-mqtt-ca");
        assertThat(((ExtendedSSLSession) entered.getSession()).getRequestedServerNames())
                .containsExactly(new SNIHostName("localhost"));
    }

    @Test
    void aCertificateOfAnotherNameIsNotTaken() throws Exception {
        Relay door = door(authority.issue("portal", "login.example.com"), authority);

        says(connect("name", door.port(), tls(authority)), "a certificate of another name", "mainswatch.endpoint");
    }

    @Test
    void aCertificateOfAnUnknownRootIsNotTaken() throws Exception {
        Relay door = door(new Authority("portal").issue("portal", "localhost"), authority);

        says(connect("root", door.port(), tls(authority)), "comes from nobody in mainswatch.root-ca");
    }

    @Test
    void aClockOf1970WaitsForTheRightTimeAndNeverSwitchesTheCheckOff() throws Exception {
        Instant now = Instant.now();
        Relay early =
                door(authority.issue("early", now.plus(DAY), now.plus(DAY.multipliedBy(2)), "localhost"), authority);
        Relay late =
                door(authority.issue("late", now.minus(DAY.multipliedBy(2)), now.minus(DAY), "localhost"), authority);

        says(connect("early", early.port(), tls(authority)), "not valid yet", "clock says 20", "waiting for the clock");
        says(connect("late", late.port(), tls(authority)), "has expired", "set the clock if that is wrong");
    }

    @Test
    void aServerThatDoesNotKnowTheThingsCertificateIsNamedAsTheCause() throws Exception {
        Relay door = door(authority.issue("server", "localhost"), new Authority("others"));

        says(connect("stranger", door.port(), tls(authority)), "refuses this device's TLS", "known there and active");
    }

    @Test
    void aLogInPageOfTheNetworkIsNamedAsSuch() throws Exception {
        int port = server(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream()
                    .write("HTTP/1.1 302 Found\r\nLocation: http://login.example.com\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.close();
        });

        says(connect("portal", port, tls(authority)), "does not speak TLS: a log-in page of the network");
    }

    @Test
    void aBrokerThatDoesNotLetTheThingInIsNamedWithTheRemedy() throws Exception {
        int port = server(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(new byte[] {0x20, 2, 0, 5});
        });

        says(connect("unauthorised", port, new Link.Plain()), "does not let this thing in", "client id unauthorised");
    }

    @Test
    void aServerThatAcceptsAndStaysSilentIsGivenUpAfterTenSeconds() throws Exception {
        int port = server(socket -> {});
        long before = System.nanoTime();

        ThingConnection plain = connect("silent", port, new Link.Plain());
        ThingConnection tls = connect("silent-tls", port, tls(authority));

        says(plain, "no answer within 10 s");
        says(tls, "no answer within 10 s");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofSeconds(9), LONG);
    }

    @Test
    void aLinkThatDiedWithoutASignIsFoundByTheKeepAlive() throws Exception {
        Relay link = relay(ServerSocketFactory.getDefault());
        AtomicInteger connects = new AtomicInteger();
        ThingConnection connection = start(
                new ThingEndpoint("half-open", "localhost", link.port(), Duration.ofSeconds(2), new Link.Plain()),
                new Delay(1_000),
                connects::incrementAndGet);
        await().atMost(LONG).until(connection::isConnected);

        link.swallow(true);
        says(connection, "no answer to a sign of life");
        link.swallow(false);

        await().atMost(LONG).until(() -> connects.get() == 2);
    }

    @Test
    void whoIsThrownOutByANamesakeAgainAndAgainSaysSo() throws Exception {
        ThingConnection one = connect("twin", aws.mqttPort(), new Link.Plain());
        await().atMost(LONG).until(one::isConnected);
        ThingConnection other = connect("twin", aws.mqttPort(), new Link.Plain());

        says(one, "another client uses the name twin", "a certificate of its own");
        says(other, "another client uses the name twin");
    }

    private static void says(ThingConnection connection, String... words) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(connection.words()).contains(words));
    }

    private ThingConnection connect(String thing, int port, Link link) throws Exception {
        return start(new ThingEndpoint(thing, "localhost", port, KEEP_ALIVE, link), new Delay(50), () -> {});
    }

    private ThingConnection start(ThingEndpoint endpoint, Delay delay, Runnable onConnected) throws Exception {
        ThingConnection connection = new ThingConnection(endpoint, delay, onConnected);
        connection.client().setCallback(new Ears());
        connection.client().subscribe("$aws/things/" + endpoint.thing() + "/shadow/update/+", 1);
        connection.start();
        open.add(0, connection::stop);
        return connection;
    }

    private Relay door(Authority.Issued server, Authority clients, String... alpn) throws Exception {
        return relay(new TlsDoor(server, clients, alpn));
    }

    private Relay relay(ServerSocketFactory entries) throws Exception {
        Relay relay = new Relay(entries, aws.mqttPort());
        open.add(relay);
        return relay;
    }

    private static Link tls(Authority roots, String... alpn) throws Exception {
        Authority.Issued device = authority.issue("device");
        Identity identity = Identity.of(Identity.certificates(device.certificatePem()), device.keyPem(), "");
        return new Link.Tls(MutualTls.sockets(identity, Identity.certificates(roots.pem())), List.of(alpn));
    }

    /** A server that does one and the same to everyone who comes; its port. */
    private int server(Treatment treatment) throws Exception {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(server);
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    open.add(socket);
                    treatment.of(socket);
                }
            } catch (Exception e) {
                assertThat(server.isClosed()).isTrue();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server.getLocalPort();
    }

    @FunctionalInterface
    private interface Treatment {
        void of(Socket socket) throws Exception;
    }

    /** Always the same wait before the next attempt. */
    private record Delay(long millis) implements RandomGenerator {
        @Override
        public long nextLong() {
            return millis;
        }

        @Override
        public long nextLong(long bound) {
            return millis;
        }
    }

    private static final class Ears implements MqttCallback {
        @Override
        public void connectionLost(Throwable cause) {
            assertThat(cause).isInstanceOfAny(MqttException.class, IllegalStateException.class);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            assertThat(topic).startsWith("$aws/");
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            assertThat(token.isComplete()).isTrue();
        }
    }
}
