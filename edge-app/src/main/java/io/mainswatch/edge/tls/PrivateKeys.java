package io.mainswatch.edge.tls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/** Reads a private key: RSA or EC, as PKCS#8, PKCS#1 (what AWS hands out) or SEC1, in the clear or encrypted. */
final class PrivateKeys {

    private static final String KIND = "PRIVATE KEY";

    /** Version 0 and the algorithm {@code rsaEncryption} without parameters: how PKCS#8 (RFC 5208) begins for RSA. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int TWO_BYTES_OF_LENGTH = 0x82;
    private static final int HEADER = 4;

    private PrivateKeys() {}

    /**
     * The first private key in the text.
     *
     * @param password what it is encrypted with; empty if nothing was given
     */
    static PrivateKey read(String pem, String password) throws CredentialsException {
        List<PemBlock> blocks = PemBlock.in(pem);
        PemBlock block = blocks.stream()
                .filter(found -> found.label().endsWith(KIND))
                .findFirst()
                .orElseThrow(() -> new CredentialsException("must hold a private key, but " + holds(blocks)));
        return key(pkcs8(block, password));
    }

    private static byte[] pkcs8(PemBlock block, String password) throws CredentialsException {
        if (block.isEncrypted()) {
            if (password.isEmpty()) {
                throw new CredentialsException(
                        "is encrypted, and no password is given. Set mainswatch.private-key-password,"
                                + " best by MAINSWATCH_PRIVATE_KEY_PASSWORD_FILE.");
            }
            return BouncyKeys.decrypted(block, password.toCharArray());
        }
        return switch (block.label()) {
            case KIND -> block.content();
            case "RSA PRIVATE KEY" -> wrapped(block.content());
            case "EC PRIVATE KEY" -> BouncyKeys.pkcs8(block);
            default ->
                throw new CredentialsException(
                        "holds a \"" + block.label() + "\"; it must be an RSA or EC key as OpenSSL or AWS write it.");
        };
    }

    /** A PKCS#1 key within PKCS#8. Keys of 1024 bits and more need two bytes for each length, and only those are used. */
    private static byte[] wrapped(byte[] pkcs1) {
        int inner = RSA.length + HEADER + pkcs1.length;
        return ByteBuffer.allocate(HEADER + inner)
                .put((byte) SEQUENCE)
                .put((byte) TWO_BYTES_OF_LENGTH)
                .putShort((short) inner)
                .put(RSA)
                .put((byte) OCTETS)
                .put((byte) TWO_BYTES_OF_LENGTH)
                .putShort((short) pkcs1.length)
                .put(pkcs1)
                .array();
    }

    private static PrivateKey key(byte[] pkcs8) throws CredentialsException {
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                // Not of this kind; the text of the exception may say what it found, so it goes nowhere.
                continue;
            }
        }
        throw new CredentialsException("is damaged, or neither an RSA nor an EC key. Copy the file again.");
    }

    /** What to say of a text that is not what it should be. */
    static String holds(List<PemBlock> blocks) {
        if (blocks.isEmpty()) {
            return "it is damaged: no block is whole, from -----BEGIN to -----END.";
        }
        String label = blocks.get(0).label();
        return "it holds a \"" + label + "\"."
                + (label.contains("REQUEST") ? " That is a request for a certificate: have it signed first." : "");
    }
}
