package io.mainswatch.localaws.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names by which clients may call this machine. */
final class HostNames {

    private static final List<String> ALWAYS = List.of("localhost", "127.0.0.1", "::1");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+");

    private HostNames() {}

    /** This machine's own names, the address that is listened on, and others, each once. */
    static List<String> of(String host, List<String> others) {
        Set<String> names = new LinkedHashSet<>(ALWAYS);
        if (!EVERY_ADDRESS.contains(host)) {
            names.add(host);
        }
        names.addAll(others);
        return List.copyOf(names);
    }

    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    /** Whether the certificate is good for all these names. */
    static boolean has(X509Certificate certificate, List<String> names) {
        try {
            Collection<List<?>> alternatives = Optional.ofNullable(certificate.getSubjectAlternativeNames())
                    .orElse(List.of());
            List<String> certified = new ArrayList<>();
            for (List<?> alternative : alternatives) {
                certified.add(canonical(String.valueOf(alternative.get(1))));
            }
            return names.stream().map(HostNames::canonical).allMatch(certified::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** An IPv6 address has many spellings. */
    private static String canonical(String name) {
        try {
            return isAddress(name) ? InetAddress.getByName(name).getHostAddress() : name;
        } catch (UnknownHostException e) {
            return name;
        }
    }
}
