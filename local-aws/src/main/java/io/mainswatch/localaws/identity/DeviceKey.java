package io.mainswatch.localaws.identity;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** Which keys devices may have (developer guide, "X.509 client certificates"). */
final class DeviceKey {

    static final String RULE = "must be RSA of 2048 bits or more, or elliptic on NIST P-256 or P-384";

    private static final int MIN_RSA_BITS = 2_048;

    private DeviceKey() {}

    static KeyPair newRsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(MIN_RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no RSA", e);
        }
    }

    static boolean isGood(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        return key instanceof ECPublicKey elliptic
                && (isOn("secp256r1", elliptic.getParams()) || isOn("secp384r1", elliptic.getParams()));
    }

    private static boolean isOn(String curve, ECParameterSpec parameters) {
        try {
            AlgorithmParameters known = AlgorithmParameters.getInstance("EC");
            known.init(new ECGenParameterSpec(curve));
            return known.getParameterSpec(ECParameterSpec.class).getCurve().equals(parameters.getCurve());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + curve, e);
        }
    }
}
