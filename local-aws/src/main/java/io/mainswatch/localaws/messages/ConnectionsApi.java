package io.mainswatch.localaws.messages;

import io.mainswatch.localaws.broker.Broker;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RawPath;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** MQTT connections over HTTP: they can be ended. */
public final class ConnectionsApi implements HttpApi {

    private static final String PATH = "/connections/";

    private final Broker broker;

    public ConnectionsApi(Broker broker) {
        this.broker = broker;
    }

    @Override
    public String knows() {
        return "connections (DeleteConnection)";
    }

    @Override
    public void mount(Router router) {
        router.delete(PATH + "*").blockingHandler(RestJson.answering(this::delete), false);
    }

    private Object delete(RoutingContext context) {
        String client = RawPath.after(PATH, context);
        if (!broker.disconnect(client, flag(context, "cleanSession"), flag(context, "preventWillMessage"))) {
            throw AwsError.notFound("Client '" + client + "' is not connected");
        }
        return Map.of("message", "OK");
    }

    private static boolean flag(RoutingContext context, String parameter) {
        return Boolean.parseBoolean(context.request().getParam(parameter));
    }
}
