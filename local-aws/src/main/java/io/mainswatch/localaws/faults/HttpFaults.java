package io.mainswatch.localaws.faults;

import io.mainswatch.localaws.faults.ServiceFault.HttpError;
import io.mainswatch.localaws.faults.ServiceFault.HttpSlow;
import io.mainswatch.localaws.faults.ServiceFault.RegistryThrottle;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Stands before all services: slows calls down, or refuses them in AWS's shape for JSON. SES, which answers in XML,
 * refuses for itself.
 */
final class HttpFaults implements Handler<RoutingContext> {

    private final Faults faults;

    HttpFaults(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<Service> service =
                Service.of(context.request().method(), context.request().path());
        if (service.isEmpty()) {
            context.next();
            return;
        }
        Optional<HttpSlow> slow = faults.strike(HttpSlow.class, service.get().word());
        if (slow.isPresent() && slow.get().delay().toMillis() > 0) {
            context.vertx().setTimer(slow.get().delay().toMillis(), timer -> pass(context, service.get()));
        } else {
            pass(context, service.get());
        }
    }

    private void pass(RoutingContext context, Service service) {
        refusal(service).ifPresentOrElse(error -> RestJson.fail(context, error), context::next);
    }

    /** The status of a throttled control plane is 400, as in AWS's own model of the service. */
    private Optional<AwsError> refusal(Service service) {
        if (service == Service.SES) {
            return Optional.empty();
        }
        if (service == Service.IOT
                && faults.strike(RegistryThrottle.class, service.word()).isPresent()) {
            return Optional.of(new AwsError(400, "ThrottlingException", "Rate exceeded"));
        }
        return faults.strike(HttpError.class, service.word())
                .map(error -> new AwsError(500, "InternalFailureException", "Internal service failure"));
    }
}
