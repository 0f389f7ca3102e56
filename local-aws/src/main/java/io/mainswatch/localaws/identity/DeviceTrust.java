package io.mainswatch.localaws.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom the handshake lets through: certificates that our authority has signed and those that were registered. Whether
 * one is still active is asked at the CONNECT, when there is a client id to tell of.
 */
final class DeviceTrust extends X509ExtendedTrustManager {

    private final CertificateAuthority authority;
    private final Predicate<X509Certificate> registered;
    private final Clock clock;

    /** @param registered whether the certificate is in the books; what it may do then is not asked here */
    DeviceTrust(CertificateAuthority authority, Predicate<X509Certificate> registered, Clock clock) {
        this.authority = authority;
        this.registered = registered;
        this.clock = clock;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        X509Certificate device = chain[0];
        device.checkValidity(Date.from(clock.instant()));
        if (!authority.hasSigned(device) && !registered.test(device)) {
            throw new CertificateException("The certificate of " + device.getSubjectX500Principal()
                    + " is neither signed by this local-aws nor registered with it");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    /** Names nobody: a client would keep back a certificate that was registered without its CA. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This port is never a client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }
}
