package io.mainswatch.localaws.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mainswatch.localaws.ConsoleClient;
import io.mainswatch.localaws.LocalAwsExtension;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerGuardTest {

    @RegisterExtension
    static final LocalAwsExtension LOCAL = new LocalAwsExtension();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "iot.localhost", "[::1]"})
    void programsOnThisMachineMayCall(String host) throws IOException {
        assertThat(call("PUT", host + ":" + LOCAL.aws().httpPort(), null)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "printer", ""})
    void aNameThatPointsAtThisMachineIsNotEnough(String host) throws IOException {
        assertThat(call("GET", host, null)).doesNotStartWith("HTTP/1.1 200").contains("HTTP/1.1 4");
        assertThat(call("PUT", host, null)).contains("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"})
    void aPageFromElsewhereMayNotCall(String origin) throws IOException {
        String own = "127.0.0.1:" + LOCAL.aws().httpPort();
        assertThat(call("PUT", own, origin)).startsWith("HTTP/1.1 403").contains("may not call this port");
        assertThat(call("GET", own, origin)).startsWith("HTTP/1.1 403");
    }

    @Test
    void aClientThatOffersHttp2IsServedToo() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(LOCAL.aws().httpEndpoint().resolve("/_console/api/lines"))
                .version(HttpClient.Version.HTTP_2)
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void ourOwnPageMay() throws IOException {
        String own = "127.0.0.1:" + LOCAL.aws().httpPort();
        assertThat(call("PUT", own, "http://" + own)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aRefusedCallHasChangedNothing() throws IOException {
        call("PUT", "127.0.0.1:" + LOCAL.aws().httpPort(), null);
        call("PUT", "evil.example", null, "off");

        assertThat(new ConsoleClient(LOCAL.aws())
                        .get("lines")
                        .get(0)
                        .get("level")
                        .asInt())
                .isEqualTo(1);
    }

    private static String call(String method, String host, String origin) throws IOException {
        return call(method, host, origin, "on");
    }

    /** By hand: HTTP clients do not let a caller forge these headers. */
    private static String call(String method, String host, String origin, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", LOCAL.aws().httpPort())) {
            String request =
                    method + " /_console/api/lines" + (method.equals("PUT") ? "/4" : "") + " HTTP/1.1\r\nHost: "
                            + host + "\r\n" + (origin == null ? "" : "Origin: " + origin + "\r\n")
                            + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
