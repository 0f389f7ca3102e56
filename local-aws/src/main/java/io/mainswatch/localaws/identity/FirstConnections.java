package io.mainswatch.localaws.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.localaws.broker.Publisher;
import io.mainswatch.localaws.broker.Qos;
import io.mainswatch.localaws.registry.AwsNames;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Just-in-time registration (developer guide, "Register a client certificate when the client connects"): a certificate
 * that is not known, but whose CA is, comes into the books, and somebody else has to activate it. Word of that goes out
 * each time that it is shown until then.
 */
final class FirstConnections implements Predicate<X509Certificate> {

    private static final String TOPIC = "$aws/events/certificates/registered/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaRegistrations registrations;
    private final Clock clock;
    private volatile Publisher publisher;

    FirstConnections(CaRegistrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** To be called before there is anything to tell. */
    void publishTo(Publisher where) {
        publisher = where;
    }

    /** Whether the certificate is in the books, perhaps only now. */
    @Override
    public boolean test(X509Certificate certificate) {
        Optional<DeviceCertificate> there = registrations.connecting(certificate);
        there.filter(found -> found.status() == Status.PENDING_ACTIVATION).ifPresent(this::announce);
        return there.isPresent();
    }

    /**
     * The message.
     *
     * @param timestamp when it was shown, in Unix milliseconds
     * @param certificateRegistrationTimestamp when it came into the books, in the same, but as AWS sends it: a text
     */
    private record Registered(
            String certificateId,
            String caCertificateId,
            long timestamp,
            Status certificateStatus,
            String awsAccountId,
            String certificateRegistrationTimestamp) {}

    private void announce(DeviceCertificate certificate) {
        String ca = certificate.origin().ca();
        Registered registered = new Registered(
                certificate.id(),
                ca,
                clock.millis(),
                certificate.status(),
                AwsNames.ACCOUNT,
                String.valueOf(certificate.createdAt().toEpochMilli()));
        publisher.publish(TOPIC + ca, write(registered), Qos.AT_LEAST_ONCE);
    }

    private static byte[] write(Registered registered) {
        try {
            return JSON.writeValueAsBytes(registered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event has no JSON", e);
        }
    }
}
