package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.store.Database;
import io.mainswatch.localaws.store.Sql;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The code that the owner of a CA has it sign, as the common name of a certificate, to show that he has its private key.
 * It stays the same until it is deleted.
 */
final class RegistrationCode {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;

    RegistrationCode(Database database) {
        this.database = database;
    }

    /** The code, which is made if there is none. */
    String get() {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        return database.writeAndWait(sql -> {
            sql.update(
                    "insert or ignore into registration_code (only, code) values (1, ?)",
                    HexFormat.of().formatHex(fresh));
            return current(sql).orElseThrow();
        });
    }

    /** @throws AwsError if there is none */
    void delete() {
        database.writeAndWait(sql -> {
            if (sql.update("delete from registration_code") == 0) {
                throw AwsError.notFound("There is no registration code");
            }
            return null;
        });
    }

    /** @throws AwsError if the certificate is not about the code as it is now */
    void check(Sql sql, X509Certificate verification) throws SQLException {
        Optional<String> code = current(sql);
        X500Name subject =
                X500Name.getInstance(verification.getSubjectX500Principal().getEncoded());
        boolean named = Arrays.stream(subject.getRDNs(BCStyle.CN))
                .map(name -> IETFUtils.valueToString(name.getFirst().getValue()))
                .anyMatch(name -> code.filter(name::equals).isPresent());
        if (!named) {
            throw new AwsError(
                    400,
                    "RegistrationCodeValidationException",
                    "verificationCertificate: the common name of its subject '" + subject
                            + "' must be the registration code that GetRegistrationCode gives");
        }
    }

    private static Optional<String> current(Sql sql) throws SQLException {
        return sql.first("select code from registration_code", row -> row.getString(1));
    }
}
