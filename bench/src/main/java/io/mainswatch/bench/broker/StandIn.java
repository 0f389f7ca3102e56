package io.mainswatch.bench.broker;

import io.mainswatch.acceptance.Installation;
import io.mainswatch.acceptance.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Our stand-in as a process of its own, as its users start it; only the quota of shadow requests is out of the way. */
final class StandIn implements AutoCloseable {

    private final Path data;
    private final int plainPort = Installation.freePort();
    private final int tlsPort = Installation.freePort();
    private final int httpPort = Installation.freePort();
    private final Program program;

    private StandIn(Path folder) {
        data = folder.resolve("data");
        program = new Program(
                List.of("local-aws"),
                Map.of(
                        "MAINSWATCH_DATA", data.toString(),
                        "MAINSWATCH_MQTT_PORT", Integer.toString(plainPort),
                        "MAINSWATCH_MQTTS_PORT", Integer.toString(tlsPort),
                        "MAINSWATCH_HTTP_PORT", Integer.toString(httpPort),
                        "MAINSWATCH_SHADOW_REQUESTS_PER_SECOND", "1000000"),
                folder.resolve("local-aws.log"));
    }

    static StandIn start(Path folder) {
        StandIn standIn = new StandIn(folder);
        standIn.program.start();
        return standIn;
    }

    Peer plain() {
        return Peer.plain("local-aws", plainPort);
    }

    /** Clients with a certificate, whose policy is asked at every packet. */
    Peer secured(SSLContext tls) {
        return Peer.secured("local-aws mTLS", tlsPort, tls);
    }

    /** What clients of {@link #secured} need. */
    SSLContext credentials() throws IOException, InterruptedException {
        return Credentials.make(
                URI.create("http://127.0.0.1:" + httpPort), identity().resolve("root-ca.pem"));
    }

    /** The folder with the root's certificate and the server's key. */
    Path identity() {
        return data.resolve("identity");
    }

    @Override
    public void close() {
        program.close();
    }
}
