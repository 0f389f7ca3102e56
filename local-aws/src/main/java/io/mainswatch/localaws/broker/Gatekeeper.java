package io.mainswatch.localaws.broker;

import java.security.cert.X509Certificate;

/**
 * Decides what clients with certificates may do. The broker asks before each packet counts, and remembers no answer.
 * Called on the broker's threads.
 */
public interface Gatekeeper {

    /** The id by which a certificate is known, in presence events too. */
    String principal(X509Certificate certificate);

    /**
     * Whether the caller may do it now.
     *
     * @param name the client id, topic or topic filter that it is about
     */
    boolean may(Caller caller, Deed deed, String name);
}
