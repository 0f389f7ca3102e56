package io.mainswatch.localaws.identity;

import io.mainswatch.localaws.http.HttpApi;
import io.mainswatch.localaws.http.RestJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The control-plane calls for certificates. */
final class CertificateApi implements HttpApi {

    private final Certificates certificates;

    CertificateApi(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public String knows() {
        return "AWS IoT certificates (CreateKeysAndCertificate, CreateCertificateFromCsr, RegisterCertificateWithoutCA,"
                + " DescribeCertificate, ListCertificates, UpdateCertificate, DeleteCertificate)";
    }

    @Override
    public void mount(Router router) {
        String certificate = "/certificates/:certificate";
        router.post("/keys-and-certificate").blockingHandler(RestJson.answering(this::createKeys), false);
        router.post("/certificates").blockingHandler(RestJson.answering(this::createFromCsr), false);
        router.get("/certificates").blockingHandler(RestJson.answering(this::list), false);
        router.post("/certificate/register-no-ca").blockingHandler(RestJson.answering(this::register), false);
        router.get(certificate).blockingHandler(RestJson.answering(this::describe), false);
        router.put(certificate).blockingHandler(RestJson.answering(this::update), false);
        router.delete(certificate).blockingHandler(RestJson.answering(this::delete), false);
    }

    private record CreateFromCsr(String certificateSigningRequest) {}

    private record Register(String certificatePem, String status) {}

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

    private Object register(RoutingContext context) {
        Register request = RestJson.body(context, Register.class);
        Status status = request.status() == null ? Status.INACTIVE : Status.of("status", request.status());
        DeviceCertificate certificate = certificates.registerWithoutCa(request.certificatePem(), status);
        return RestJson.object("certificateArn", certificate.arn(), "certificateId", certificate.id());
    }

    private Object describe(RoutingContext context) {
        DeviceCertificate certificate = certificates.describe(context.pathParam("certificate"));
        X509Certificate x509 = parse(certificate);
        return Map.of(
                "certificateDescription",
                RestJson.object(
                        "certificateArn", certificate.arn(),
                        "certificateId", certificate.id(),
                        "status", certificate.status().name(),
                        "certificatePem", certificate.pem(),
                        "creationDate", seconds(certificate.createdAt()),
                        "lastModifiedDate", seconds(certificate.modifiedAt()),
                        "certificateMode", certificate.mode(),
                        "validity",
                                RestJson.object(
                                        "notBefore",
                                        seconds(x509.getNotBefore().toInstant()),
                                        "notAfter",
                                        seconds(x509.getNotAfter().toInstant()))));
    }

    private static X509Certificate parse(DeviceCertificate certificate) {
        try {
            return Pem.certificates(certificate.pem()).get(0);
        } catch (CertificateException e) {
            throw new IllegalStateException("The stored certificate " + certificate.id() + " is damaged", e);
        }
    }

    private Object list(RoutingContext context) {
        Listing listing = Listing.of(context);
        List<DeviceCertificate> found = certificates.list(
                listing.ascending(), listing.after(), listing.page().size() + 1);
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
                "certificateMode", certificate.mode(),
                "creationDate", seconds(certificate.createdAt()));
    }

    private Object update(RoutingContext context) {
        Status status = Status.of("newStatus", context.request().getParam("newStatus"));
        certificates.setStatus(context.pathParam("certificate"), status);
        return null;
    }

    private Object delete(RoutingContext context) {
        boolean force = Boolean.parseBoolean(context.request().getParam("forceDelete"));
        certificates.delete(context.pathParam("certificate"), force);
        return null;
    }

    private static Status initialStatus(RoutingContext context) {
        return Status.active(Boolean.parseBoolean(context.request().getParam("setAsActive")));
    }

    /** A time as AWS's JSON has it. */
    static double seconds(Instant time) {
        return time.toEpochMilli() / 1_000.0;
    }
}
