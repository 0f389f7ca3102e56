package io.mainswatch.localaws.identity;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** Hands the server's certificate to each handshake; an elliptic one, with its root. */
final class ServerKeys extends X509ExtendedKeyManager {

    private static final String EC = "EC";

    private final ServerCertificate server;
    private final X509Certificate root;

    ServerKeys(ServerCertificate server, X509Certificate root) {
        this.server = server;
        this.root = root;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return EC.equals(keyType) ? EC : null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return EC.equals(keyType) ? new String[] {EC} : new String[0];
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {server.current().certificate(), root};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return server.current().key();
    }

    /** It is never a client. */
    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    /** It is never a client. */
    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
