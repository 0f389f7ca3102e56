package io.mainswatch.cloud.notification;

import jakarta.mail.internet.AddressException;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SesException;

/**
 * Bean {@code refusals}: tells a mail that SES will never take from one that it may take later. Only the mail itself can be
 * refused for good; throttling, quotas, a paused account and outages are mended by time or by an operator.
 */
public final class Refusals implements Predicate {

    private static final Set<String> OF_THE_MAIL = Set.of("MessageRejected", "InvalidParameterValue");

    @Override
    public boolean matches(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        while (failure != null) {
            if (isForGood(failure)) {
                return true;
            }
            failure = failure.getCause();
        }
        return false;
    }

    private static boolean isForGood(Throwable failure) {
        if (failure instanceof MessageRejectedException || failure instanceof AddressException) {
            return true;
        }
        if (!(failure instanceof SesException refusal)) {
            return false;
        }
        AwsErrorDetails details = refusal.awsErrorDetails();
        return details != null && OF_THE_MAIL.contains(details.errorCode());
    }
}
