package io.mainswatch.camel.aws2.iot.data;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.util.ObjectHelper;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/**
 * Polls one shadow and emits an exchange for each version that it has not emitted before, and one when the shadow is
 * gone.
 *
 * <p>AWS has no way to ask for a shadow only if it changed, so each poll reads it and compares the version. Versions in
 * between two polls are not seen: the document is the state, not a log of its changes. A version counts as new when it
 * is another one, not only when it is higher: a shadow that was deleted begins anew after a while.
 *
 * <p>What was emitted is remembered when the exchange was completed; one that failed comes again with the next poll.
 */
public class IotData2Consumer extends ScheduledPollConsumer {

    private final IotData2Endpoint endpoint;
    private final IotData2Configuration configuration;
    private Shadow known;

    /**
     * @throws IllegalArgumentException when the endpoint names no thing, or an operation other than reading its shadow
     */
    public IotData2Consumer(IotData2Endpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.configuration = endpoint.getConfiguration();
        if (ObjectHelper.isEmpty(configuration.getThingName())) {
            throw new IllegalArgumentException(
                    "A route from " + endpoint + " needs the option thingName: the thing whose shadow it watches");
        }
        IotData2Operations operation = configuration.getOperation();
        if (operation != null && operation != IotData2Operations.getThingShadow) {
            throw new IllegalArgumentException("A route from " + endpoint + " cannot have the operation " + operation
                    + ": it watches a shadow; leave the option operation out, or send to the endpoint instead");
        }
    }

    @Override
    protected int poll() throws Exception {
        Shadow now = read();
        if (!isNews(now)) {
            known = now;
            return 0;
        }
        if (!emitted(now)) {
            return 0;
        }
        known = now;
        return 1;
    }

    private Shadow read() {
        try {
            SdkBytes document = endpoint.client()
                    .getThingShadow(request ->
                            request.thingName(configuration.getThingName()).shadowName(shadowName()))
                    .payload();
            return new Shadow(document, ShadowDocument.version(document));
        } catch (ResourceNotFoundException e) {
            return Shadow.NONE;
        }
    }

    private boolean isNews(Shadow now) {
        if (known == null) {
            return now != Shadow.NONE && configuration.getInitialState() == InitialState.emit;
        }
        return !Objects.equals(now.version(), known.version());
    }

    private boolean emitted(Shadow now) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            now.put(exchange.getMessage());
            exchange.getMessage().setHeader(IotData2Constants.THING_NAME, configuration.getThingName());
            if (shadowName() != null) {
                exchange.getMessage().setHeader(IotData2Constants.SHADOW_NAME, shadowName());
            }
            getProcessor().process(exchange);
            Exception failure = exchange.getException();
            if (failure != null) {
                getExceptionHandler().handleException("Error processing the shadow", exchange, failure);
            }
            return failure == null;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** Null for the classic shadow. */
    private String shadowName() {
        return ObjectHelper.isEmpty(configuration.getShadowName()) ? null : configuration.getShadowName();
    }

    /**
     * A shadow as one poll found it.
     *
     * @param document null when there is no shadow
     * @param version null when there is no shadow
     */
    private record Shadow(SdkBytes document, Long version) {

        static final Shadow NONE = new Shadow(null, null);

        void put(Message message) {
            if (document == null) {
                ShadowDocument.putAbsence(message);
            } else {
                ShadowDocument.put(document, message);
            }
        }
    }
}
