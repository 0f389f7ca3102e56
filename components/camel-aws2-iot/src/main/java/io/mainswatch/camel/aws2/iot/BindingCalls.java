package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.MAX_RESULTS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.NEXT_TOKEN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.POLICY_NAME;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.PRINCIPAL;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.TARGET;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.THING_NAME;

import io.mainswatch.camel.aws2.iot.plane.Call;
import io.mainswatch.camel.aws2.iot.plane.NameRule;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.AttachPolicyRequest;
import software.amazon.awssdk.services.iot.model.AttachThingPrincipalRequest;
import software.amazon.awssdk.services.iot.model.DetachPolicyRequest;
import software.amazon.awssdk.services.iot.model.DetachThingPrincipalRequest;
import software.amazon.awssdk.services.iot.model.GetEffectivePoliciesRequest;
import software.amazon.awssdk.services.iot.model.ListAttachedPoliciesRequest;
import software.amazon.awssdk.services.iot.model.ListAttachedPoliciesResponse;
import software.amazon.awssdk.services.iot.model.ListPrincipalThingsRequest;
import software.amazon.awssdk.services.iot.model.ListPrincipalThingsResponse;
import software.amazon.awssdk.services.iot.model.ListThingPrincipalsRequest;
import software.amazon.awssdk.services.iot.model.ListThingPrincipalsResponse;

/** What belongs together: things with certificates, and either with policies. */
final class BindingCalls {

    static final Call<IotClient, ?, ?, ?> ATTACH_THING_PRINCIPAL = Call.of(
                    IotClient.class, AttachThingPrincipalRequest::builder, IotClient::attachThingPrincipal)
            .requires(THING_NAME, NameRule.THING_NAME, AttachThingPrincipalRequest.Builder::thingName)
            .requires(PRINCIPAL, String.class, AttachThingPrincipalRequest.Builder::principal);

    static final Call<IotClient, ?, ?, ?> DETACH_THING_PRINCIPAL = Call.of(
                    IotClient.class, DetachThingPrincipalRequest::builder, IotClient::detachThingPrincipal)
            .requires(THING_NAME, NameRule.THING_NAME, DetachThingPrincipalRequest.Builder::thingName)
            .requires(PRINCIPAL, String.class, DetachThingPrincipalRequest.Builder::principal);

    static final Call<IotClient, ?, ?, ?> LIST_THING_PRINCIPALS = Call.of(
                    IotClient.class, ListThingPrincipalsRequest::builder, IotClient::listThingPrincipals)
            .requires(THING_NAME, NameRule.THING_NAME, ListThingPrincipalsRequest.Builder::thingName)
            .accepts(MAX_RESULTS, Integer.class, ListThingPrincipalsRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, ListThingPrincipalsRequest.Builder::nextToken)
            .returns(NEXT_TOKEN, ListThingPrincipalsResponse::nextToken)
            .pages(IotClient::listThingPrincipalsPaginator, ListThingPrincipalsResponse::principals);

    static final Call<IotClient, ?, ?, ?> LIST_PRINCIPAL_THINGS = Call.of(
                    IotClient.class, ListPrincipalThingsRequest::builder, IotClient::listPrincipalThings)
            .requires(PRINCIPAL, String.class, ListPrincipalThingsRequest.Builder::principal)
            .accepts(MAX_RESULTS, Integer.class, ListPrincipalThingsRequest.Builder::maxResults)
            .accepts(NEXT_TOKEN, String.class, ListPrincipalThingsRequest.Builder::nextToken)
            .returns(NEXT_TOKEN, ListPrincipalThingsResponse::nextToken)
            .pages(IotClient::listPrincipalThingsPaginator, ListPrincipalThingsResponse::things);

    static final Call<IotClient, ?, ?, ?> ATTACH_POLICY = Call.of(
                    IotClient.class, AttachPolicyRequest::builder, IotClient::attachPolicy)
            .requires(POLICY_NAME, String.class, AttachPolicyRequest.Builder::policyName)
            .requires(TARGET, String.class, AttachPolicyRequest.Builder::target);

    static final Call<IotClient, ?, ?, ?> DETACH_POLICY = Call.of(
                    IotClient.class, DetachPolicyRequest::builder, IotClient::detachPolicy)
            .requires(POLICY_NAME, String.class, DetachPolicyRequest.Builder::policyName)
            .requires(TARGET, String.class, DetachPolicyRequest.Builder::target);

    static final Call<IotClient, ?, ?, ?> LIST_ATTACHED_POLICIES = Call.of(
                    IotClient.class, ListAttachedPoliciesRequest::builder, IotClient::listAttachedPolicies)
            .requires(TARGET, String.class, ListAttachedPoliciesRequest.Builder::target)
            .accepts(MAX_RESULTS, Integer.class, ListAttachedPoliciesRequest.Builder::pageSize)
            .accepts(NEXT_TOKEN, String.class, ListAttachedPoliciesRequest.Builder::marker)
            .returns(NEXT_TOKEN, ListAttachedPoliciesResponse::nextMarker)
            .pages(IotClient::listAttachedPoliciesPaginator, ListAttachedPoliciesResponse::policies);

    static final Call<IotClient, ?, ?, ?> GET_EFFECTIVE_POLICIES = Call.of(
                    IotClient.class, GetEffectivePoliciesRequest::builder, IotClient::getEffectivePolicies)
            .accepts(PRINCIPAL, String.class, GetEffectivePoliciesRequest.Builder::principal)
            .accepts(THING_NAME, NameRule.THING_NAME, GetEffectivePoliciesRequest.Builder::thingName);

    private BindingCalls() {}
}
