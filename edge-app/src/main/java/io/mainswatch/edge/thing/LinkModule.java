package io.mainswatch.edge.thing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;

/** One connection on its way or up, for Paho. Each step of it ends after a limit, and {@link #stop} ends any at once. */
final class LinkModule implements NetworkModule {

    private final ThingEndpoint endpoint;
    private final Duration limit;
    private final Socket tcp = new Socket();
    private volatile Socket link = tcp;

    LinkModule(ThingEndpoint endpoint, Duration limit) {
        this.endpoint = endpoint;
        this.limit = limit;
    }

    @Override
    public void start() throws IOException {
        int millis = (int) limit.toMillis();
        // Else an MQTT publish waits for the acknowledgement of the packet before it: 45 ms instead of 3 ms.
        tcp.setTcpNoDelay(true);
        tcp.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), millis);
        tcp.setSoTimeout(millis);
        link = endpoint.link().over(tcp, endpoint.host(), endpoint.port());
        tcp.setSoTimeout(0);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return link.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return link.getOutputStream();
    }

    /** Closes what is below TLS: to say goodbye in TLS could wait for a link that is dead, and MQTT has said it. */
    @Override
    public void stop() throws IOException {
        tcp.close();
    }

    @Override
    public String getServerURI() {
        return endpoint.uri();
    }
}
