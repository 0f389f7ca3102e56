/**
 * The device's credentials: private key and certificate from PEM in every form that AWS and OpenSSL write, checked
 * against each other before anything starts, and the TLS that they make. Nothing here is loaded with TLS off, and Bouncy
 * Castle only for the forms that the JDK cannot read (EC keys of OpenSSL, encrypted keys): its classes cost a start
 * 0.2 s of CPU. No message carries a key, a password or an exception's text from reading one.
 */
package io.mainswatch.edge.tls;
