package io.mainswatch.edge.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS with which both sides show a certificate. */
public final class MutualTls {

    private MutualTls() {}

    /**
     * Sockets that show who the device is.
     *
     * @param roots whom to trust; empty for the Java runtime's own list, which has Amazon's roots
     */
    public static SSLSocketFactory sockets(Identity identity, List<X509Certificate> roots) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity.managers(), trust(roots), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java runtime has no TLS that works.", e);
        }
    }

    private static TrustManager[] trust(List<X509Certificate> roots) throws GeneralSecurityException, IOException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(roots.isEmpty() ? null : store(roots));
        return managers.getTrustManagers();
    }

    private static KeyStore store(List<X509Certificate> roots) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate root : roots) {
            store.setCertificateEntry("root-" + store.size(), root);
        }
        return store;
    }
}
