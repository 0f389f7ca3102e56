package io.mainswatch.localaws.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.registry.AwsNames;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control-plane calls for the certificates of callers' own authorities. */
final class CaCertificateApi implements HttpApi {

    private static final String ENABLE = "ENABLE";
    private static final String DISABLE = "DISABLE";

    private final CaCertificates authorities;
    private final RegistrationCode code;

    CaCertificateApi(CaCertificates authorities, RegistrationCode code) {
        this.authorities = authorities;
        this.code = code;
    }

    @Override
    public String knows() {
        return "AWS IoT CA certificates (GetRegistrationCode, DeleteRegistrationCode, RegisterCACertificate,"
                + " DescribeCACertificate, ListCACertificates, UpdateCACertificate, DeleteCACertificate)";
    }

    @Override
    public void mount(Router router) {
        String authority = "/cacertificate/:ca";
        router.get("/registrationcode").blockingHandler(RestJson.answering(this::getCode), false);
        router.delete("/registrationcode").blockingHandler(RestJson.answering(this::deleteCode), false);
        router.post("/cacertificate").blockingHandler(RestJson.answering(this::register), false);
        router.get("/cacertificates").blockingHandler(RestJson.answering(this::list), false);
        router.get(authority).blockingHandler(RestJson.answering(this::describe), false);
        router.put(authority).blockingHandler(RestJson.answering(this::update), false);
        router.delete(authority).blockingHandler(RestJson.answering(this::delete), false);
    }

    private record Register(
            String caCertificate,
            String verificationCertificate,
            String certificateMode,
            JsonNode registrationConfig) {}

    private record Update(JsonNode registrationConfig, boolean removeAutoRegistration) {}

    private Object getCode(RoutingContext context) {
        return Map.of("registrationCode", code.get());
    }

    private Object deleteCode(RoutingContext context) {
        code.delete();
        return Map.of();
    }

    private Object register(RoutingContext context) {
        Register request = RestJson.body(context, Register.class);
        refuse(request.registrationConfig());
        CaCertificate made = authorities.register(new CaCertificates.Registration(
                request.caCertificate(),
                Optional.ofNullable(request.verificationCertificate()),
                Mode.of(request.certificateMode()),
                Status.active(Boolean.parseBoolean(context.request().getParam("setAsActive"))),
                Boolean.parseBoolean(context.request().getParam("allowAutoRegistration"))));
        return RestJson.object("certificateArn", made.arn(), "certificateId", made.id());
    }

    /** A template that were left out would make less of a device than the caller expects. */
    private static void refuse(JsonNode registrationConfig) {
        if (registrationConfig != null && !registrationConfig.isEmpty()) {
            throw AwsError.invalidRequest("registrationConfig: local-aws registers certificates just in time,"
                    + " but makes nothing from a template then; leave it out");
        }
    }

    private Object describe(RoutingContext context) {
        CaCertificate ca = authorities.describe(context.pathParam("ca"));
        return Map.of(
                "certificateDescription",
                RestJson.object(
                        "certificateArn", ca.arn(),
                        "certificateId", ca.id(),
                        "status", ca.status().name(),
                        "certificatePem", ca.pem(),
                        "ownedBy", AwsNames.ACCOUNT,
                        "creationDate", CertificateApi.seconds(ca.createdAt()),
                        "autoRegistrationStatus", ca.autoRegistration() ? ENABLE : DISABLE,
                        "lastModifiedDate", CertificateApi.seconds(ca.modifiedAt()),
                        "validity", CertificateApi.validity(Pem.stored(ca.pem())),
                        "certificateMode", ca.mode().name()));
    }

    private Object list(RoutingContext context) {
        Listing listing = Listing.of(context);
        List<CaCertificate> found = authorities.list(
                listing.ascending(), listing.after(), listing.page().size() + 1);
        List<Object> listed =
                listing.page().cut(found).stream().map(CaCertificateApi::listed).toList();
        return RestJson.object(
                "certificates", listed, "nextMarker", listing.page().next(found, next -> String.valueOf(next.seq())));
    }

    private static Object listed(CaCertificate ca) {
        return RestJson.object(
                "certificateArn", ca.arn(),
                "certificateId", ca.id(),
                "status", ca.status().name(),
                "creationDate", CertificateApi.seconds(ca.createdAt()));
    }

    private Object update(RoutingContext context) {
        Update request = RestJson.body(context, Update.class);
        refuse(request.registrationConfig());
        Optional<Boolean> autoRegistration = request.removeAutoRegistration()
                ? Optional.of(false)
                : Optional.ofNullable(context.request().getParam("newAutoRegistrationStatus"))
                        .map(CaCertificateApi::isEnabled);
        authorities.update(
                context.pathParam("ca"),
                Optional.ofNullable(context.request().getParam("newStatus"))
                        .map(name -> Status.of("newStatus", name, Status.OF_A_CA)),
                autoRegistration);
        return null;
    }

    private static boolean isEnabled(String status) {
        if (!status.equals(ENABLE) && !status.equals(DISABLE)) {
            throw AwsError.invalidRequest(
                    "newAutoRegistrationStatus '" + status + "': must be " + ENABLE + " or " + DISABLE);
        }
        return status.equals(ENABLE);
    }

    private Object delete(RoutingContext context) {
        authorities.delete(context.pathParam("ca"));
        return Map.of();
    }
}
