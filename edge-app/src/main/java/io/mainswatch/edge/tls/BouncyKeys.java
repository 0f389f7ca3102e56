package io.mainswatch.edge.tls;

import java.io.IOException;
import java.io.StringReader;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** The forms of a private key that the JDK cannot read; apart, because loading Bouncy Castle costs a start its CPU. */
final class BouncyKeys {

    private BouncyKeys() {}

    /** An OpenSSL key in the clear, as PKCS#8. */
    static byte[] pkcs8(PemBlock block) throws CredentialsException {
        try {
            if (parse(block) instanceof PEMKeyPair pair) {
                return pair.getPrivateKeyInfo().getEncoded();
            }
        } catch (IOException e) {
            throw damaged();
        }
        throw damaged();
    }

    /** An encrypted key, PKCS#8 or of the old OpenSSL kind, as PKCS#8 in the clear. */
    static byte[] decrypted(PemBlock block, char[] password) throws CredentialsException {
        try {
            return info(parse(block), password).getEncoded();
        } catch (IOException | OperatorCreationException | PKCSException | IllegalArgumentException e) {
            throw new CredentialsException(
                    "cannot be decrypted: mainswatch.private-key-password is not its password, or the file is damaged.");
        }
    }

    private static PrivateKeyInfo info(Object parsed, char[] password)
            throws IOException, OperatorCreationException, PKCSException, CredentialsException {
        BouncyCastleProvider ciphers = new BouncyCastleProvider();
        if (parsed instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(ciphers)
                    .build(password));
        }
        if (parsed instanceof PEMEncryptedKeyPair encrypted) {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(ciphers)
                            .build(password))
                    .getPrivateKeyInfo();
        }
        throw damaged();
    }

    private static Object parse(PemBlock block) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(block.text()))) {
            return parser.readObject();
        }
    }

    private static CredentialsException damaged() {
        return new CredentialsException("is damaged. Copy the file again.");
    }
}
