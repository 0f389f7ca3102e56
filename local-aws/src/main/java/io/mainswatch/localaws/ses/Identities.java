package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.store.Database;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Addresses and domains that are verified as senders: whoever asks is believed here. */
final class Identities {

    private static final int TOKEN_BYTES = 32;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    Identities(Database database) {
        this.database = database;
    }

    /**
     * An identity.
     *
     * @param name an address, or a domain
     * @param token what SES would look for in the domain's DNS; an address has none
     */
    record Identity(String name, Optional<String> token) {

        boolean isAddress() {
            return name.contains("@");
        }
    }

    void verifyAddress(String address) {
        add(address, null);
    }

    /** Answers with the domain's token, the same each time. */
    String verifyDomain(String domain) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        add(domain, Base64.getEncoder().encodeToString(token));
        return database.read(sql -> sql.first(
                        "select token from identity where address = ?", row -> row.getString(1), normal(domain)))
                .orElseThrow();
    }

    private void add(String name, String token) {
        database.writeAndWait(sql ->
                sql.update("insert or ignore into identity (address, token) values (?, ?)", normal(name), token));
    }

    /** Does nothing if it is not there. */
    void delete(String name) {
        database.writeAndWait(sql -> sql.update("delete from identity where address = ?", normal(name)));
    }

    /** In the order of their names. */
    List<Identity> list() {
        return database.read(sql -> sql.list(
                "select address, token from identity order by address",
                row -> new Identity(row.getString(1), Optional.ofNullable(row.getString(2)))));
    }

    /** Those of the names that are verified, each by the name that was asked for. */
    Map<String, Identity> verified(List<String> names) {
        Map<String, Identity> known = list().stream().collect(Collectors.toMap(Identity::name, Function.identity()));
        return names.stream()
                .distinct()
                .filter(name -> known.containsKey(normal(name)))
                .collect(Collectors.toMap(Function.identity(), name -> known.get(normal(name))));
    }

    /** Whether the address may send: itself, its domain, or a domain above that is verified. */
    boolean covers(String address) {
        String normal = normal(address);
        return list().stream()
                .anyMatch(identity -> identity.isAddress()
                        ? identity.name().equals(normal)
                        : normal.endsWith("@" + identity.name()) || normal.endsWith("." + identity.name()));
    }

    private static String normal(String name) {
        return name.trim().toLowerCase(Locale.ROOT);
    }
}
