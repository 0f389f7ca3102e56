package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.registry.AwsNames;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control-plane calls for certificates. */
final class CertificateApi implements HttpApi {

    private final Certificates certificates;
    private final CaRegistrations registrations;

    CertificateApi(Certificates certificates, CaRegistrations registrations) {
        this.certificates = certificates;
        this.registrations = registrations;
    }

    @Override
    public String knows() {
        return "AWS IoT certificates (CreateKeysAndCertificate, CreateCertificateFromCsr, RegisterCertificate,"
                + " RegisterCertificateWithoutCA, DescribeCertificate, ListCertificates, ListCertificatesByCA,"
                + " UpdateCertificate, DeleteCertificate)";
    }

    @Override
    public void mount(Router router) {
        String certificate = "/certificates/:certificate";
        router.post("/keys-and-certificate").blockingHandler(RestJson.answering(this::createKeys), false);
        router.post("/certificates").blockingHandler(RestJson.answering(this::createFromCsr), false);
        router.get("/certificates").blockingHandler(RestJson.answering(this::list), false);
        router.get("/certificates-by-ca/:ca").blockingHandler(RestJson.answering(this::listByCa), false);
        router.post("/certificate/register").blockingHandler(RestJson.answering(this::register), false);
        router.post("/certificate/register-no-ca").blockingHandler(RestJson.answering(this::registerWithoutCa), false);
        router.get(certificate).blockingHandler(RestJson.answering(this::describe), false);
        router.put(certificate).blockingHandler(RestJson.answering(this::update), false);
        router.delete(certificate).blockingHandler(RestJson.answering(this::delete), false);
    }

    private record CreateFromCsr(String certificateSigningRequest) {}

    private record RegisterWithoutCa(String certificatePem, String status) {}

    private record Register(String certificatePem, String caCertificatePem, String status) {}

    private Object createKeys(RoutingContext context) {
        Certificates.WithKeys made = certificates.createKeys(initialStatus(context));
        Map<String, Object> answer = created(made.certificate());
        answer.put(
                "keyPair",
                RestJson.object(
                        "PublicKey", Pem.write(made.keys().getPublic()),
                        "PrivateKey", Pem.write(made.keys().getPrivate())));
        return answer;
    }

    private Object createFromCsr(RoutingContext context) {
        String csr = RestJson.body(context, CreateFromCsr.class).certificateSigningRequest();
        return created(certificates.createFromCsr(csr, initialStatus(context)));
    }

    private static Map<String, Object> created(DeviceCertificate certificate) {
        return RestJson.object(
                "certificateArn", certificate.arn(),
                "certificateId", certificate.id(),
                "certificatePem", certificate.pem());
    }

    private Object registerWithoutCa(RoutingContext context) {
        RegisterWithoutCa request = RestJson.body(context, RegisterWithoutCa.class);
        Status status = request.status() == null ? Status.INACTIVE : given("status", request.status());
        return registered(certificates.registerWithoutCa(request.certificatePem(), status));
    }

    /** {@code setAsActive}, which AWS no longer wants to be used, says something only if there is no status. */
    private Object register(RoutingContext context) {
        Register request = RestJson.body(context, Register.class);
        Status status = request.status() == null ? initialStatus(context) : given("status", request.status());
        return registered(registrations.register(
                request.certificatePem(), Optional.ofNullable(request.caCertificatePem()), status));
    }

    private static Object registered(DeviceCertificate certificate) {
        return RestJson.object("certificateArn", certificate.arn(), "certificateId", certificate.id());
    }

    private Object describe(RoutingContext context) {
        DeviceCertificate certificate = certificates.describe(context.pathParam("certificate"));
        return Map.of(
                "certificateDescription",
                RestJson.object(
                        "certificateArn", certificate.arn(),
                        "certificateId", certificate.id(),
                        "caCertificateId", certificate.origin().ca(),
                        "status", certificate.status().name(),
                        "certificatePem", certificate.pem(),
                        "ownedBy", AwsNames.ACCOUNT,
                        "creationDate", seconds(certificate.createdAt()),
                        "lastModifiedDate", seconds(certificate.modifiedAt()),
                        "certificateMode", certificate.origin().mode().name(),
                        "validity", validity(Pem.stored(certificate.pem()))));
    }

    /** From when to when it is valid, as descriptions have it. */
    static Object validity(X509Certificate certificate) {
        return RestJson.object(
                "notBefore", seconds(certificate.getNotBefore().toInstant()),
                "notAfter", seconds(certificate.getNotAfter().toInstant()));
    }

    private Object list(RoutingContext context) {
        Listing listing = Listing.of(context);
        return listed(
                listing,
                certificates.list(
                        listing.ascending(), listing.after(), listing.page().size() + 1));
    }

    private Object listByCa(RoutingContext context) {
        Listing listing = Listing.of(context);
        return listed(
                listing,
                registrations.list(
                        context.pathParam("ca"),
                        listing.ascending(),
                        listing.after(),
                        listing.page().size() + 1));
    }

    private static Object listed(Listing listing, List<DeviceCertificate> found) {
        List<Object> listed =
                listing.page().cut(found).stream().map(CertificateApi::listed).toList();
        return RestJson.object(
                "certificates", listed, "nextMarker", listing.page().next(found, next -> String.valueOf(next.seq())));
    }

    private static Object listed(DeviceCertificate certificate) {
        return RestJson.object(
                "certificateArn", certificate.arn(),
                "certificateId", certificate.id(),
                "status", certificate.status().name(),
                "certificateMode", certificate.origin().mode().name(),
                "creationDate", seconds(certificate.createdAt()));
    }

    private Object update(RoutingContext context) {
        Status status = given("newStatus", context.request().getParam("newStatus"));
        certificates.setStatus(context.pathParam("certificate"), status);
        return null;
    }

    private Object delete(RoutingContext context) {
        boolean force = Boolean.parseBoolean(context.request().getParam("forceDelete"));
        certificates.delete(context.pathParam("certificate"), force);
        return null;
    }

    private static Status given(String what, String name) {
        return Status.of(what, name, Status.GIVEN);
    }

    private static Status initialStatus(RoutingContext context) {
        return Status.active(Boolean.parseBoolean(context.request().getParam("setAsActive")));
    }

    /** A time as AWS's JSON has it. */
    static double seconds(Instant time) {
        return time.toEpochMilli() / 1_000.0;
    }
}
