package io.mainswatch.edge.thing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** {@link NoDelay} for TLS: Paho wants a factory of this type. */
public final class NoDelayTls extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final NoDelay sockets;

    public NoDelayTls(SSLSocketFactory tls) {
        this.tls = tls;
        this.sockets = new NoDelay(tls);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return sockets.createSocket();
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean closeBelow) throws IOException {
        return NoDelay.on(tls.createSocket(below, host, port, closeBelow));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return sockets.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return sockets.createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return sockets.createSocket(host, port, from, fromPort);
    }
}
