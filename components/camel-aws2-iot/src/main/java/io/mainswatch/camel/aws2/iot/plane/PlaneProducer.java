package io.mainswatch.camel.aws2.iot.plane;

import java.util.Arrays;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.core.SdkClient;

/**
 * Runs the operation that header or option names, and reports the health of its plane.
 *
 * <p>Exceptions of the SDK go to the route as they are, so that {@code onException} can tell a missing thing from a
 * lack of permission.
 *
 * @param <C> the SDK client of the plane
 */
public abstract class PlaneProducer<C extends SdkClient> extends DefaultProducer {

    private final PlaneEndpoint<C> endpoint;
    private WritableHealthCheckRepository healthChecks;
    private HealthCheck healthCheck;

    protected PlaneProducer(PlaneEndpoint<C> endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /**
     * The call that the message asks for.
     *
     * @throws IllegalArgumentException when neither header nor option names an operation
     */
    protected abstract Call<C, ?, ?, ?> call(Exchange exchange);

    /** By header, the options that stand in for it. */
    protected abstract Map<String, Option> options();

    protected abstract HealthCheck newHealthCheck();

    /**
     * The operation that the header names, or else the option.
     *
     * @throws IllegalArgumentException when neither names one, or the header names none that exists
     */
    protected final <E extends Enum<E>> E operation(Exchange exchange, String header, Class<E> type, E option) {
        Object name = exchange.getMessage().getHeader(header);
        if (ObjectHelper.isEmpty(name)) {
            if (option == null) {
                throw new IllegalArgumentException(
                        "No operation: set the option operation of " + endpoint + " or the header " + header);
            }
            return option;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(operation -> operation.name().equals(name.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The header " + header + " must be one of "
                        + Arrays.toString(type.getEnumConstants()) + " but is '" + name + "'"));
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        call(exchange).execute(endpoint.client(), exchange, endpoint.getConfiguration(), options());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        healthChecks = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        // Absent unless camel-health is there and the checks of producers are switched on.
        if (healthChecks != null) {
            healthCheck = newHealthCheck();
            healthCheck.setEnabled(((HealthCheckComponent) endpoint.getComponent()).isHealthCheckProducerEnabled());
            healthChecks.addHealthCheck(healthCheck);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthChecks.removeHealthCheck(healthCheck);
            healthCheck = null;
        }
        super.doStop();
    }
}
