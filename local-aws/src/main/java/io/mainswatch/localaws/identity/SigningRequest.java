package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A certificate signing request whose sender has shown that he holds the private key. */
record SigningRequest(PublicKey key, X500Name subject) {

    private static final String WHAT = "certificateSigningRequest";
    private static final int MAX_CHARACTERS = 4_096;

    /** @throws AwsError if it is not a PKCS#10 request, its key is too weak, or its signature is not by that key */
    static SigningRequest parse(String pem) {
        if (pem == null || pem.length() > MAX_CHARACTERS) {
            throw AwsError.invalidRequest(WHAT + ": must be a PEM text of at most " + MAX_CHARACTERS + " characters");
        }
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (!(parser.readObject() instanceof PKCS10CertificationRequest request)) {
                throw AwsError.invalidRequest(WHAT + ": must be a PKCS#10 CERTIFICATE REQUEST in PEM");
            }
            PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
            if (!DeviceKey.isGood(key)) {
                throw AwsError.invalidRequest(WHAT + ": its key " + DeviceKey.RULE);
            }
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw AwsError.invalidRequest(WHAT + ": it is not signed with the private key of its public key");
            }
            return new SigningRequest(key, request.getSubject());
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | IllegalArgumentException e) {
            throw AwsError.invalidRequest(WHAT + ": cannot be read: " + e.getMessage());
        }
    }
}
