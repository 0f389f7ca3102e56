package io.mainswatch.edge.thing;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttException;

/** Says in an operator's words why there is no connection, and what to do about it. */
final class Trouble {

    private static final String SILENCE = "no answer within 10 s: a firewall on the way, or the server is ill";

    private final ThingEndpoint endpoint;
    private final InstantSource clock;

    Trouble(ThingEndpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** The likely cause of a failed attempt. */
    String connecting(Throwable failure) {
        return clock(failure)
                .or(() -> certificate(failure))
                .or(() -> tls(failure))
                .or(() -> network(failure))
                .or(() -> broker(failure))
                .orElseGet(() -> Causes.words(failure));
    }

    /** The likely cause of the end of an established connection. */
    String lost(Throwable loss) {
        if (Causes.find(loss, EOFException.class).isPresent()) {
            return "the broker, or something on the way, closed the connection";
        }
        return isTimeout(loss) ? "no answer to a sign of life: the link is dead" : Causes.words(loss);
    }

    /** The likely cause of being let in and thrown out, so many times in a row. */
    String kicked(int times) {
        return times + " connections in a row were closed soon after the broker had taken them: another client uses the"
                + " name " + endpoint.thing() + " (a copied card?), or the policy does not allow the topics of its"
                + " shadow. Each device needs a thing and a certificate of its own.";
    }

    private Optional<String> clock(Throwable failure) {
        Optional<String> early = Causes.find(failure, CertificateNotYetValidException.class)
                .map(e -> "the server's certificate is not valid yet, and this device's clock says " + clock.instant()
                        + ": waiting for the clock (is NTP on?); the check stays on");
        return early.or(() -> Causes.find(failure, CertificateExpiredException.class)
                .map(e -> "the server's certificate has expired, and this device's clock says " + clock.instant()
                        + ": set the clock if that is wrong; else something on the way poses as the server"));
    }

    private Optional<String> certificate(Throwable failure) {
        return Causes.find(failure, CertificateException.class).map(e -> {
            boolean isOfAnotherName = e.getClass() == CertificateException.class;
            return isOfAnotherName
                    ? "the server shows a certificate of another name (" + e.getMessage() + "): a log-in page of the"
                            + " network, or mainswatch.endpoint is not the server's name"
                    : "the server's certificate comes from nobody in mainswatch.root-ca: a log-in page or inspection of"
                            + " the network, or the wrong file of roots";
        });
    }

    private static Optional<String> tls(Throwable failure) {
        return Causes.find(failure, SSLException.class).map(e -> {
            String said = String.valueOf(e.getMessage());
            if (said.contains("fatal alert")) {
                return "the server refuses this device's TLS (" + said
                        + "): its certificate must be known there and active";
            }
            return said.contains("SSL message")
                    ? "the other side does not speak TLS: a log-in page of the network, or the wrong mainswatch.port"
                    : "no TLS with the server (" + said + ")";
        });
    }

    private Optional<String> network(Throwable failure) {
        return Stream.of(
                        Causes.find(failure, UnknownHostException.class)
                                .map(
                                        e -> "the name " + endpoint.host()
                                                + " cannot be resolved: no network, no DNS, or a mistake in mainswatch.endpoint"),
                        Causes.find(failure, NoRouteToHostException.class)
                                .map(e -> "no way to " + endpoint.host() + ": the network is down"),
                        Causes.find(failure, ConnectException.class)
                                .map(e -> "nobody takes connections there (" + e.getMessage() + ")"),
                        Causes.find(failure, SocketTimeoutException.class).map(e -> SILENCE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> broker(Throwable failure) {
        int code = failure instanceof MqttException mqtt ? mqtt.getReasonCode() : -1;
        return Optional.ofNullable(
                switch (code) {
                    case MqttException.REASON_CODE_NOT_AUTHORIZED, MqttException.REASON_CODE_FAILED_AUTHENTICATION ->
                        "the broker does not let this thing in: " + policy();
                    case MqttException.REASON_CODE_INVALID_CLIENT_ID ->
                        "the broker does not take the name " + endpoint.thing();
                    case MqttException.REASON_CODE_BROKER_UNAVAILABLE -> "the broker is not available now";
                    case MqttException.REASON_CODE_SUBSCRIBE_FAILED ->
                        "the broker refuses to send this thing its shadow's messages: " + policy();
                    case MqttException.REASON_CODE_CLIENT_TIMEOUT -> SILENCE;
                    case MqttException.REASON_CODE_CONNECTION_LOST ->
                        "the connection was closed before it could be used: if that goes on, " + policy();
                    default -> null;
                });
    }

    private String policy() {
        return "its certificate must be active, with a policy that allows the client id " + endpoint.thing()
                + " and the topics of its shadow";
    }

    private static boolean isTimeout(Throwable loss) {
        return loss instanceof MqttException mqtt
                && (mqtt.getReasonCode() == MqttException.REASON_CODE_CLIENT_TIMEOUT
                        || mqtt.getReasonCode() == MqttException.REASON_CODE_WRITE_TIMEOUT);
    }
}
