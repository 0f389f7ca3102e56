package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** The control-plane call that makes a thing with all that belongs to it from a template. */
final class ProvisioningApi implements HttpApi {

    private static final int MAX_CHARACTERS = 10_240;

    private final Registrar registrar;

    ProvisioningApi(Registrar registrar) {
        this.registrar = registrar;
    }

    @Override
    public String knows() {
        return "AWS IoT provisioning (RegisterThing)";
    }

    @Override
    public void mount(Router router) {
        router.post("/things").blockingHandler(RestJson.answering(this::register), false);
    }

    private record RegisterThing(String templateBody, Map<String, String> parameters) {}

    private Object register(RoutingContext context) {
        RegisterThing request = RestJson.body(context, RegisterThing.class);
        if (request.templateBody() == null || request.templateBody().length() > MAX_CHARACTERS) {
            throw AwsError.invalidRequest(
                    "templateBody: must be a template of at most " + MAX_CHARACTERS + " characters");
        }
        Registrar.Registered registered = registrar.register(
                request.templateBody(),
                Optional.ofNullable(request.parameters()).orElse(Map.of()));
        return RestJson.object("certificatePem", registered.certificatePem(), "resourceArns", registered.arns());
    }
}
