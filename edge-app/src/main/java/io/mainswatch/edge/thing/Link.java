package io.mainswatch.edge.thing;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** What a TCP connection to the broker becomes before MQTT begins. */
public sealed interface Link {

    /** The scheme of the endpoint's URI; Paho finds {@link LinkFactory} by it. */
    String scheme();

    /** The socket to speak MQTT on; waits no longer for a byte than the timeout that the TCP socket has. */
    Socket over(Socket tcp, String host, int port) throws IOException;

    /** No TLS: for a loopback address. */
    record Plain() implements Link {
        @Override
        public String scheme() {
            return "mqtt";
        }

        @Override
        public Socket over(Socket tcp, String host, int port) {
            return tcp;
        }
    }

    /**
     * TLS. The server learns by SNI whom we want, and must show a certificate of that very name.
     *
     * @param alpn the protocols to offer, none for none
     */
    record Tls(SSLSocketFactory sockets, List<String> alpn) implements Link {

        /** What AWS IoT wants to hear on port 443, where HTTPS lives too. */
        public static final String AWS_MQTT = "x-amzn-mqtt-ca";

        @Override
        public String scheme() {
            return "mqtts";
        }

        @Override
        public Socket over(Socket tcp, String host, int port) throws IOException {
            SSLSocket tls = (SSLSocket) sockets.createSocket(tcp, host, port, true);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setApplicationProtocols(alpn.toArray(String[]::new));
            if (isName(host)) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return tls;
        }

        /** SNI takes names only (RFC 6066). */
        private static boolean isName(String host) {
            return !host.contains(":") && !host.matches("[0-9.]+");
        }
    }
}
