package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.MAX_RESULTS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.POLICY_ARN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.POLICY_DOCUMENT;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.POLICY_NAME;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iot.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iot.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iot.model.GetPolicyRequest;
import software.amazon.awssdk.services.iot.model.GetPolicyResponse;
import software.amazon.awssdk.services.iot.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iot.model.ListPoliciesResponse;

/** The policies themselves. */
final class PolicyCalls {

    static final Call<IotClient, ?, ?, ?> CREATE_POLICY = Call.of(
                    IotClient.class, CreatePolicyRequest::builder, IotClient::createPolicy)
            .requires(POLICY_NAME, String.class, CreatePolicyRequest.Builder::policyName)
            .requires(POLICY_DOCUMENT, String.class, CreatePolicyRequest.Builder::policyDocument)
            .returns(POLICY_ARN, CreatePolicyResponse::policyArn);

    static final Call<IotClient, ?, ?, ?> GET_POLICY = Call.of(
                    IotClient.class, GetPolicyRequest::builder, IotClient::getPolicy)
            .requires(POLICY_NAME, String.class, GetPolicyRequest.Builder::policyName)
            .returns(POLICY_ARN, GetPolicyResponse::policyArn);

    static final Call<IotClient, ?, ?, ?> LIST_POLICIES = Call.of(
                    IotClient.class, ListPoliciesRequest::builder, IotClient::listPolicies)
            .accepts(MAX_RESULTS, Integer.class, ListPoliciesRequest.Builder::pageSize)
            .accepts(NEXT_TOKEN, String.class, ListPoliciesRequest.Builder::marker)
            .returns(NEXT_TOKEN, ListPoliciesResponse::nextMarker)
            .pages(IotClient::listPoliciesPaginator, ListPoliciesResponse::policies);

    static final Call<IotClient, ?, ?, ?> DELETE_POLICY = Call.of(
                    IotClient.class, DeletePolicyRequest::builder, IotClient::deletePolicy)
            .requires(POLICY_NAME, String.class, DeletePolicyRequest.Builder::policyName);

    private PolicyCalls() {}
}
