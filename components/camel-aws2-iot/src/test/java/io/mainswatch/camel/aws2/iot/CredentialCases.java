package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.*;
import static io.mainswatch.camel.aws2.iot.Iot2Operations.*;

import io.mainswatch.camel.aws2.iot.plane.OperationCase;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iot.model.*;

/** What the operations on certificates, their bindings and policies must do. */
final class CredentialCases {

    private CredentialCases() {}

    static Stream<OperationCase> credentials() {
        return Stream.of(
                OperationCase.of(
                                createKeysAndCertificate,
                                CreateKeysAndCertificateRequest.builder()
                                        .setAsActive(true)
                                        .build())
                        .accepts(SET_AS_ACTIVE, "true")
                        .answeredBy(CreateKeysAndCertificateResponse.builder()
                                .certificateId("c-1")
                                .certificateArn("arn:c-1")
                                .build())
                        .returns(CERTIFICATE_ID, "c-1")
                        .returns(CERTIFICATE_ARN, "arn:c-1"),
                OperationCase.of(
                                createCertificateFromCsr,
                                CreateCertificateFromCsrRequest.builder()
                                        .certificateSigningRequest("csr")
                                        .setAsActive(true)
                                        .build())
                        .requires(CERTIFICATE_SIGNING_REQUEST, "csr")
                        .accepts(SET_AS_ACTIVE, true)
                        .answeredBy(CreateCertificateFromCsrResponse.builder()
                                .certificateId("c-1")
                                .certificateArn("arn:c-1")
                                .build())
                        .returns(CERTIFICATE_ID, "c-1")
                        .returns(CERTIFICATE_ARN, "arn:c-1"),
                OperationCase.of(
                                describeCertificate,
                                DescribeCertificateRequest.builder()
                                        .certificateId("c-1")
                                        .build())
                        .requires(CERTIFICATE_ID, "c-1")
                        .answeredBy(DescribeCertificateResponse.builder()
                                .certificateDescription(certificate -> certificate.certificateArn("arn:c-1"))
                                .build())
                        .returns(CERTIFICATE_ARN, "arn:c-1"),
                OperationCase.of(
                                listCertificates,
                                ListCertificatesRequest.builder()
                                        .pageSize(5)
                                        .marker("page-1")
                                        .build())
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListCertificatesResponse.builder()
                                .nextMarker("page-2")
                                .build()),
                OperationCase.of(
                                updateCertificate,
                                UpdateCertificateRequest.builder()
                                        .certificateId("c-1")
                                        .newStatus("INACTIVE")
                                        .build())
                        .requires(CERTIFICATE_ID, "c-1")
                        .requires(CERTIFICATE_STATUS, CertificateStatus.INACTIVE),
                OperationCase.of(
                                deleteCertificate,
                                DeleteCertificateRequest.builder()
                                        .certificateId("c-1")
                                        .forceDelete(true)
                                        .build())
                        .requires(CERTIFICATE_ID, "c-1")
                        .accepts(FORCE_DELETE, true));
    }

    static Stream<OperationCase> binding() {
        return Stream.of(
                OperationCase.of(
                                attachThingPrincipal,
                                AttachThingPrincipalRequest.builder()
                                        .thingName("lamp")
                                        .principal("arn:c-1")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .requires(PRINCIPAL, "arn:c-1"),
                OperationCase.of(
                                detachThingPrincipal,
                                DetachThingPrincipalRequest.builder()
                                        .thingName("lamp")
                                        .principal("arn:c-1")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .requires(PRINCIPAL, "arn:c-1"),
                OperationCase.of(
                                listThingPrincipals,
                                ListThingPrincipalsRequest.builder()
                                        .thingName("lamp")
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .requires(THING_NAME, "lamp")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListThingPrincipalsResponse.builder()
                                .nextToken("page-2")
                                .build()),
                OperationCase.of(
                                listPrincipalThings,
                                ListPrincipalThingsRequest.builder()
                                        .principal("arn:c-1")
                                        .maxResults(5)
                                        .nextToken("page-1")
                                        .build())
                        .requires(PRINCIPAL, "arn:c-1")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListPrincipalThingsResponse.builder()
                                .nextToken("page-2")
                                .build()),
                OperationCase.of(
                                attachPolicy,
                                AttachPolicyRequest.builder()
                                        .policyName("own-shadow")
                                        .target("arn:c-1")
                                        .build())
                        .requires(POLICY_NAME, "own-shadow")
                        .requires(TARGET, "arn:c-1"),
                OperationCase.of(
                                detachPolicy,
                                DetachPolicyRequest.builder()
                                        .policyName("own-shadow")
                                        .target("arn:c-1")
                                        .build())
                        .requires(POLICY_NAME, "own-shadow")
                        .requires(TARGET, "arn:c-1"),
                OperationCase.of(
                                listAttachedPolicies,
                                ListAttachedPoliciesRequest.builder()
                                        .target("arn:c-1")
                                        .pageSize(5)
                                        .marker("page-1")
                                        .build())
                        .requires(TARGET, "arn:c-1")
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListAttachedPoliciesResponse.builder()
                                .nextMarker("page-2")
                                .build()),
                OperationCase.of(
                                getEffectivePolicies,
                                GetEffectivePoliciesRequest.builder()
                                        .principal("arn:c-1")
                                        .thingName("lamp")
                                        .build())
                        .accepts(PRINCIPAL, "arn:c-1")
                        .accepts(THING_NAME, "lamp"));
    }

    static Stream<OperationCase> policies() {
        return Stream.of(
                OperationCase.of(
                                createPolicy,
                                CreatePolicyRequest.builder()
                                        .policyName("own-shadow")
                                        .policyDocument("{}")
                                        .build())
                        .requires(POLICY_NAME, "own-shadow")
                        .requires(POLICY_DOCUMENT, "{}")
                        .answeredBy(CreatePolicyResponse.builder()
                                .policyArn("arn:p")
                                .build())
                        .returns(POLICY_ARN, "arn:p"),
                OperationCase.of(
                                getPolicy,
                                GetPolicyRequest.builder()
                                        .policyName("own-shadow")
                                        .build())
                        .requires(POLICY_NAME, "own-shadow")
                        .answeredBy(
                                GetPolicyResponse.builder().policyArn("arn:p").build())
                        .returns(POLICY_ARN, "arn:p"),
                OperationCase.of(
                                listPolicies,
                                ListPoliciesRequest.builder()
                                        .pageSize(5)
                                        .marker("page-1")
                                        .build())
                        .paged(MAX_RESULTS, NEXT_TOKEN)
                        .answeredBy(ListPoliciesResponse.builder()
                                .nextMarker("page-2")
                                .build()),
                OperationCase.of(
                                deletePolicy,
                                DeletePolicyRequest.builder()
                                        .policyName("own-shadow")
                                        .build())
                        .requires(POLICY_NAME, "own-shadow"));
    }
}
