package io.mainswatch.edge.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** The server's end of TLS, as AWS IoT does it: shows its certificate, wants one of the client, may speak ALPN. */
public final class TlsDoor extends ServerSocketFactory {

    private final SSLContext context;
    private final String[] alpn;

    /**
     * @param server what is shown
     * @param clients who issues the clients' certificates
     * @param alpn the protocols it takes
     */
    public TlsDoor(Authority.Issued server, Authority clients, String... alpn)
            throws GeneralSecurityException, IOException {
        this.alpn = alpn;
        char[] none = new char[0];
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, none);
        own.setKeyEntry("server", server.pair().getPrivate(), none, new Certificate[] {server.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(own, none);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, none);
        roots.setCertificateEntry("clients", clients.root());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, backlog, address);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setNeedClientAuth(true);
        parameters.setApplicationProtocols(alpn);
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 50);
    }
}
