package io.mainswatch.camel.aws2.iot;

import org.apache.camel.spi.Metadata;

/** The headers of the control plane. */
public interface Iot2Constants {

    @Metadata(
            description = "The operation we want to perform",
            javaType = "io.mainswatch.camel.aws2.iot.Iot2Operations")
    String OPERATION = "CamelAws2IotOperation";

    // Request

    @Metadata(
            description =
                    "The name of the thing; 1 to 128 of the characters a-z, A-Z, 0-9, colon, underscore and hyphen",
            javaType = "String")
    String THING_NAME = "CamelAws2IotThingName";

    @Metadata(description = "The name of the thing type", javaType = "String")
    String THING_TYPE_NAME = "CamelAws2IotThingTypeName";

    @Metadata(description = "The name of the static thing group", javaType = "String")
    String THING_GROUP_NAME = "CamelAws2IotThingGroupName";

    @Metadata(
            description =
                    "The attributes of the thing: a Map of name to value, which updateThing merges into those it has, or an AttributePayload of the SDK, which is sent as it is",
            javaType = "Object")
    String ATTRIBUTE_PAYLOAD = "CamelAws2IotAttributePayload";

    @Metadata(
            description = "listThings: only things that have this attribute; together with the value",
            javaType = "String")
    String ATTRIBUTE_NAME = "CamelAws2IotAttributeName";

    @Metadata(description = "listThings: only things whose attribute has this value", javaType = "String")
    String ATTRIBUTE_VALUE = "CamelAws2IotAttributeValue";

    @Metadata(
            description =
                    "The version that the thing must have, or the operation fails with a VersionConflictException",
            javaType = "Long")
    String EXPECTED_VERSION = "CamelAws2IotExpectedVersion";

    @Metadata(description = "The query of searchIndex, for example connectivity.connected:false", javaType = "String")
    String QUERY_STRING = "CamelAws2IotQueryString";

    @Metadata(description = "The index that searchIndex looks in; AWS_Things when absent", javaType = "String")
    String INDEX_NAME = "CamelAws2IotIndexName";

    @Metadata(description = "The certificate signing request in PEM form", javaType = "String")
    String CERTIFICATE_SIGNING_REQUEST = "CamelAws2IotCertificateSigningRequest";

    @Metadata(description = "Whether the new certificate is active from the start", javaType = "Boolean")
    String SET_AS_ACTIVE = "CamelAws2IotSetAsActive";

    @Metadata(description = "The new status of the certificate: ACTIVE, INACTIVE or REVOKED", javaType = "String")
    String CERTIFICATE_STATUS = "CamelAws2IotCertificateStatus";

    @Metadata(description = "Whether to delete a certificate that policies are still attached to", javaType = "Boolean")
    String FORCE_DELETE = "CamelAws2IotForceDelete";

    @Metadata(
            description = "The principal of a thing: the ARN of a certificate or a Cognito identity",
            javaType = "String")
    String PRINCIPAL = "CamelAws2IotPrincipal";

    @Metadata(
            description =
                    "What a policy is attached to: the ARN of a certificate or thing group, or a Cognito identity",
            javaType = "String")
    String TARGET = "CamelAws2IotTarget";

    @Metadata(description = "The name of the policy", javaType = "String")
    String POLICY_NAME = "CamelAws2IotPolicyName";

    @Metadata(description = "The policy as JSON", javaType = "String")
    String POLICY_DOCUMENT = "CamelAws2IotPolicyDocument";

    @Metadata(description = "The name of the provisioning template", javaType = "String")
    String TEMPLATE_NAME = "CamelAws2IotTemplateName";

    @Metadata(description = "The provisioning template as JSON", javaType = "String")
    String TEMPLATE_BODY = "CamelAws2IotTemplateBody";

    @Metadata(description = "The parameters of the provisioning template", javaType = "Map<String, String>")
    String PARAMETERS = "CamelAws2IotParameters";

    @Metadata(
            description =
                    "The kind of endpoint to describe: iot:Data-ATS, iot:Data, iot:CredentialProvider or iot:Jobs",
            javaType = "String")
    String ENDPOINT_TYPE = "CamelAws2IotEndpointType";

    @Metadata(description = "The name of the topic rule", javaType = "String")
    String RULE_NAME = "CamelAws2IotRuleName";

    @Metadata(description = "The topic rule", javaType = "software.amazon.awssdk.services.iot.model.TopicRulePayload")
    String TOPIC_RULE_PAYLOAD = "CamelAws2IotTopicRulePayload";

    @Metadata(description = "listTopicRules: only rules on this topic", javaType = "String")
    String TOPIC = "CamelAws2IotTopic";

    // Pages

    @Metadata(description = "The maximum number of items in a page of a list operation", javaType = "Integer")
    String MAX_RESULTS = "CamelAws2IotMaxResults";

    @Metadata(
            description =
                    "The token of the page to get; after a list operation the token of the next page, and absent after the last page",
            javaType = "String")
    String NEXT_TOKEN = "CamelAws2IotNextToken";

    // Response

    @Metadata(description = "The ARN of the thing", javaType = "String")
    String THING_ARN = "CamelAws2IotThingArn";

    @Metadata(description = "The id that AWS gave the thing", javaType = "String")
    String THING_ID = "CamelAws2IotThingId";

    @Metadata(description = "The version of the thing, for the header CamelAws2IotExpectedVersion", javaType = "Long")
    String VERSION = "CamelAws2IotVersion";

    @Metadata(description = "The ARN of the thing type", javaType = "String")
    String THING_TYPE_ARN = "CamelAws2IotThingTypeArn";

    @Metadata(description = "The id of the certificate, in requests and responses", javaType = "String")
    String CERTIFICATE_ID = "CamelAws2IotCertificateId";

    @Metadata(description = "The ARN of the certificate", javaType = "String")
    String CERTIFICATE_ARN = "CamelAws2IotCertificateArn";

    @Metadata(description = "The ARN of the policy", javaType = "String")
    String POLICY_ARN = "CamelAws2IotPolicyArn";

    @Metadata(description = "The ARN of the provisioning template", javaType = "String")
    String TEMPLATE_ARN = "CamelAws2IotTemplateArn";

    @Metadata(description = "The ARN of the topic rule", javaType = "String")
    String RULE_ARN = "CamelAws2IotRuleArn";

    @Metadata(description = "The host name of the endpoint", javaType = "String")
    String ENDPOINT_ADDRESS = "CamelAws2IotEndpointAddress";
}
