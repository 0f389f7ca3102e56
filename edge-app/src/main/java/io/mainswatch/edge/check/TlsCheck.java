package io.mainswatch.edge.check;

import io.mainswatch.edge.thing.Link;
import io.mainswatch.edge.thing.ThingEndpoint;
import io.mainswatch.edge.thing.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Whether both sides take each other's certificates. */
public final class TlsCheck implements Check {

    static final String NAME = "TLS";

    /** With TLS 1.3 the server judges our certificate after the handshake; one that says nothing for so long is content. */
    private static final int VERDICT_MILLIS = 1_000;

    private final Supplier<ThingEndpoint> endpoint;

    /** @param endpoint made when the credentials have proved good */
    public TlsCheck(Supplier<ThingEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of("certificate", "root CA", SocketCheck.NAME);
    }

    @Override
    public Finding look() {
        ThingEndpoint to = endpoint.get();
        try (Socket tcp = new Socket()) {
            tcp.connect(new InetSocketAddress(to.host(), to.port()), SocketCheck.LIMIT_MILLIS);
            tcp.setSoTimeout(SocketCheck.LIMIT_MILLIS);
            SSLSocket tls = (SSLSocket) to.link().over(tcp, to.host(), to.port());
            awaitVerdict(tls, tcp);
            return judge(tls, (Link.Tls) to.link());
        } catch (IOException e) {
            return Finding.failed(new Trouble(to, InstantSource.system()).connecting(e), "");
        }
    }

    private static void awaitVerdict(SSLSocket tls, Socket tcp) throws IOException {
        tcp.setSoTimeout(VERDICT_MILLIS);
        try {
            if (tls.getInputStream().read() < 0) {
                throw new EOFException("the server closed the connection after the handshake: this device's certificate"
                        + " must be known there and active");
            }
        } catch (SocketTimeoutException e) {
            // It waits for us to begin with MQTT, as it should.
            return;
        }
    }

    private static Finding judge(SSLSocket tls, Link.Tls link) throws IOException {
        SSLSession session = tls.getSession();
        X509Certificate server = (X509Certificate) session.getPeerCertificates()[0];
        String agreed = tls.getApplicationProtocol();
        String what = session.getProtocol() + " with " + server.getSubjectX500Principal() + " from "
                + server.getIssuerX500Principal() + (agreed.isEmpty() ? "" : ", ALPN " + agreed);
        return link.alpn().isEmpty() || link.alpn().contains(agreed)
                ? Finding.ok(what)
                : Finding.failed(
                        what + ", but the server does not take ALPN " + link.alpn(),
                        "on port 443 the endpoint must be AWS IoT's (ID-ats.iot.REGION.amazonaws.com); a proxy on the way"
                                + " must let TLS through untouched");
    }
}
