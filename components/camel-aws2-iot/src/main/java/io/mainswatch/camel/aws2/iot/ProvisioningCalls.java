package io.mainswatch.camel.aws2.iot;

import static io.mainswatch.camel.aws2.iot.Iot2Constants.CERTIFICATE_ID;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.PARAMETERS;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.TEMPLATE_ARN;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.TEMPLATE_BODY;
import static io.mainswatch.camel.aws2.iot.Iot2Constants.TEMPLATE_NAME;

import io.mainswatch.camel.aws2.iot.plane.Call;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.CreateProvisioningClaimRequest;
import software.amazon.awssdk.services.iot.model.CreateProvisioningClaimResponse;
import software.amazon.awssdk.services.iot.model.DescribeProvisioningTemplateRequest;
import software.amazon.awssdk.services.iot.model.DescribeProvisioningTemplateResponse;
import software.amazon.awssdk.services.iot.model.RegisterThingRequest;

/** Bringing new devices in. As with {@link CredentialCalls}, a private key is in the body only. */
final class ProvisioningCalls {

    static final Call<IotClient, ?, ?, ?> REGISTER_THING = Call.of(
                    IotClient.class, RegisterThingRequest::builder, IotClient::registerThing)
            .requires(TEMPLATE_BODY, String.class, RegisterThingRequest.Builder::templateBody)
            .takes((input, request) -> input.texts(PARAMETERS).ifPresent(request::parameters));

    static final Call<IotClient, ?, ?, ?> CREATE_PROVISIONING_CLAIM = Call.of(
                    IotClient.class, CreateProvisioningClaimRequest::builder, IotClient::createProvisioningClaim)
            .requires(TEMPLATE_NAME, String.class, CreateProvisioningClaimRequest.Builder::templateName)
            .returns(CERTIFICATE_ID, CreateProvisioningClaimResponse::certificateId);

    static final Call<IotClient, ?, ?, ?> DESCRIBE_PROVISIONING_TEMPLATE = Call.of(
                    IotClient.class,
                    DescribeProvisioningTemplateRequest::builder,
                    IotClient::describeProvisioningTemplate)
            .requires(TEMPLATE_NAME, String.class, DescribeProvisioningTemplateRequest.Builder::templateName)
            .returns(TEMPLATE_ARN, DescribeProvisioningTemplateResponse::templateArn);

    private ProvisioningCalls() {}
}
