package io.mainswatch.camel.aws2.iot;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iot.IotClient;

/** The operations of the control plane; each has the name that the AWS API gives it. */
public enum Iot2Operations {
    // Registry
    describeThing(RegistryCalls.DESCRIBE_THING),
    listThings(RegistryCalls.LIST_THINGS),
    createThing(RegistryCalls.CREATE_THING),
    updateThing(RegistryCalls.UPDATE_THING),
    deleteThing(RegistryCalls.DELETE_THING),
    listThingTypes(RegistryCalls.LIST_THING_TYPES),
    describeThingType(RegistryCalls.DESCRIBE_THING_TYPE),
    listThingGroupsForThing(RegistryCalls.LIST_THING_GROUPS_FOR_THING),
    addThingToThingGroup(RegistryCalls.ADD_THING_TO_THING_GROUP),
    removeThingFromThingGroup(RegistryCalls.REMOVE_THING_FROM_THING_GROUP),
    searchIndex(RegistryCalls.SEARCH_INDEX),
    // Credentials
    createKeysAndCertificate(CredentialCalls.CREATE_KEYS_AND_CERTIFICATE),
    createCertificateFromCsr(CredentialCalls.CREATE_CERTIFICATE_FROM_CSR),
    describeCertificate(CredentialCalls.DESCRIBE_CERTIFICATE),
    listCertificates(CredentialCalls.LIST_CERTIFICATES),
    updateCertificate(CredentialCalls.UPDATE_CERTIFICATE),
    deleteCertificate(CredentialCalls.DELETE_CERTIFICATE),
    // Binding
    attachThingPrincipal(BindingCalls.ATTACH_THING_PRINCIPAL),
    detachThingPrincipal(BindingCalls.DETACH_THING_PRINCIPAL),
    listThingPrincipals(BindingCalls.LIST_THING_PRINCIPALS),
    listPrincipalThings(BindingCalls.LIST_PRINCIPAL_THINGS),
    attachPolicy(BindingCalls.ATTACH_POLICY),
    detachPolicy(BindingCalls.DETACH_POLICY),
    listAttachedPolicies(BindingCalls.LIST_ATTACHED_POLICIES),
    getEffectivePolicies(BindingCalls.GET_EFFECTIVE_POLICIES),
    // Policies
    createPolicy(PolicyCalls.CREATE_POLICY),
    getPolicy(PolicyCalls.GET_POLICY),
    listPolicies(PolicyCalls.LIST_POLICIES),
    deletePolicy(PolicyCalls.DELETE_POLICY),
    // Provisioning
    registerThing(ProvisioningCalls.REGISTER_THING),
    createProvisioningClaim(ProvisioningCalls.CREATE_PROVISIONING_CLAIM),
    describeProvisioningTemplate(ProvisioningCalls.DESCRIBE_PROVISIONING_TEMPLATE),
    // Endpoint and rules
    describeEndpoint(RuleCalls.DESCRIBE_ENDPOINT),
    createTopicRule(RuleCalls.CREATE_TOPIC_RULE),
    getTopicRule(RuleCalls.GET_TOPIC_RULE),
    listTopicRules(RuleCalls.LIST_TOPIC_RULES),
    deleteTopicRule(RuleCalls.DELETE_TOPIC_RULE);

    private final Call<IotClient, ?, ?, ?> call;

    Iot2Operations(Call<IotClient, ?, ?, ?> call) {
        this.call = call;
    }

    Call<IotClient, ?, ?, ?> call() {
        return call;
    }
}
