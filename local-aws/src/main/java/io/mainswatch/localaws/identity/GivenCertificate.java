package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** Certificates that callers hand in. */
final class GivenCertificate {

    private static final int MAX_PEM = 65_536;

    private GivenCertificate() {}

    /**
     * The first certificate in the text.
     *
     * @param what the name of the field
     * @throws AwsError if there is none, it is not valid now, or its key is too weak
     */
    static X509Certificate read(String what, String pem, Instant now) {
        if (pem == null || pem.length() > MAX_PEM) {
            throw AwsError.invalidRequest(what + ": must be a PEM text of at most " + MAX_PEM + " characters");
        }
        try {
            X509Certificate certificate = Pem.certificates(pem).get(0);
            certificate.checkValidity(Date.from(now));
            if (!DeviceKey.isGood(certificate.getPublicKey())) {
                throw invalid(what, "its key " + DeviceKey.RULE);
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw invalid(what, e.getMessage());
        }
    }

    /** Says why a certificate is not taken. */
    static AwsError invalid(String what, String why) {
        return new AwsError(400, "CertificateValidationException", what + ": " + why);
    }
}
