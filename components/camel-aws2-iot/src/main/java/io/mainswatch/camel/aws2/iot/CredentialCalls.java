package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.CERTIFICATE_ARN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.CERTIFICATE_ID;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.CERTIFICATE_SIGNING_REQUEST;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.CERTIFICATE_STATUS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.FORCE_DELETE;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.MAX_RESULTS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.SET_AS_ACTIVE;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateCertificateFromCsrRequest;
import software.amazon.awssdk.services.iot.model.CreateCertificateFromCsrResponse;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateRequest;
import software.amazon.awssdk.services.iot.model.CreateKeysAndCertificateResponse;
import software.amazon.awssdk.services.iot.model.DeleteCertificateRequest;
import software.amazon.awssdk.services.iot.model.DescribeCertificateRequest;
import software.amazon.awssdk.services.iot.model.ListCertificatesRequest;
import software.amazon.awssdk.services.iot.model.ListCertificatesResponse;
import software.amazon.awssdk.services.iot.model.UpdateCertificateRequest;

/**
 * Certificates. A private key is in the answer of the call that makes it and nowhere else: no header carries it, and the SDK
 * writes it as "Sensitive Data Redacted" when the answer is printed.
 */
final class CredentialCalls {

    static final Call<IotClient, ?, ?, ?> CREATE_KEYS_AND_CERTIFICATE = Call.of(
                    IotClient.class, CreateKeysAndCertificateRequest::builder, IotClient::createKeysAndCertificate)
            .accepts(SET_AS_ACTIVE, Boolean.class, CreateKeysAndCertificateRequest.Builder::setAsActive)
            .returns(CERTIFICATE_ID, CreateKeysAndCertificateResponse::certificateId)
            .returns(CERTIFICATE_ARN, CreateKeysAndCertificateResponse::certificateArn);

    static final Call<IotClient, ?, ?, ?> CREATE_CERTIFICATE_FROM_CSR = Call.of(
                    IotClient.class, CreateCertificateFromCsrRequest::builder, IotClient::createCertificateFromCsr)
            .requires(
                    CERTIFICATE_SIGNING_REQUEST,
                    String.class,
                    CreateCertificateFromCsrRequest.Builder::certificateSigningRequest)
            .accepts(SET_AS_ACTIVE, Boolean.class, CreateCertificateFromCsrRequest.Builder::setAsActive)
            .returns(CERTIFICATE_ID, CreateCertificateFromCsrResponse::certificateId)
            .returns(CERTIFICATE_ARN, CreateCertificateFromCsrResponse::certificateArn);

    static final Call<IotClient, ?, ?, ?> DESCRIBE_CERTIFICATE = Call.of(
                    IotClient.class, DescribeCertificateRequest::builder, IotClient::describeCertificate)
            .requires(CERTIFICATE_ID, String.class, DescribeCertificateRequest.Builder::certificateId)
            .returns(CERTIFICATE_ARN, answer -> answer.certificateDescription().certificateArn());

    static final Call<IotClient, ?, ?, ?> LIST_CERTIFICATES = Call.of(
                    IotClient.class, ListCertificatesRequest::builder, IotClient::listCertificates)
            .accepts(MAX_RESULTS, Integer.class, ListCertificatesRequest.Builder::pageSize)
            .accepts(NEXT_TOKEN, String.class, ListCertificatesRequest.Builder::marker)
            .returns(NEXT_TOKEN, ListCertificatesResponse::nextMarker)
            .pages(IotClient::listCertificatesPaginator, ListCertificatesResponse::certificates);

    static final Call<IotClient, ?, ?, ?> UPDATE_CERTIFICATE = Call.of(
                    IotClient.class, UpdateCertificateRequest::builder, IotClient::updateCertificate)
            .requires(CERTIFICATE_ID, String.class, UpdateCertificateRequest.Builder::certificateId)
            .requires(CERTIFICATE_STATUS, String.class, UpdateCertificateRequest.Builder::newStatus);

    static final Call<IotClient, ?, ?, ?> DELETE_CERTIFICATE = Call.of(
                    IotClient.class, DeleteCertificateRequest::builder, IotClient::deleteCertificate)
            .requires(CERTIFICATE_ID, String.class, DeleteCertificateRequest.Builder::certificateId)
            .accepts(FORCE_DELETE, Boolean.class, DeleteCertificateRequest.Builder::forceDelete);

    private CredentialCalls() {}
}
