package io.mainswatch.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Self-signed certificates with their keys as PEM files, made by the JDK's keytool. */
final class Keys {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private Keys() {}

    /** Makes NAME-cert.pem and NAME-key.pem below the folder; the result names both. */
    static Path make(Path folder, String name, String san) throws IOException, InterruptedException {
        Path store = folder.resolve(name);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + san,
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no key for " + name);
        }
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            Files.writeString(
                    certificate(store),
                    pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
            Files.writeString(
                    key(store), pem("PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return store;
    }

    static Path certificate(Path store) {
        return store.resolveSibling(store.getFileName() + "-cert.pem");
    }

    static Path key(Path store) {
        return store.resolveSibling(store.getFileName() + "-key.pem");
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
