package io.mainswatch.camel.aws2.iot;

import io.mainswatch.camel.aws2.iot.plane.OperationCase;
import io.mainswatch.camel.aws2.iot.plane.OperationTable;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iot.IotClient;

class Iot2OperationsTest extends OperationTable<IotClient> {

    Iot2OperationsTest() {
        super(IotClient.class, "aws2-iot:test", Iot2Constants.OPERATION);
    }

    @Override
    protected List<Iot2Operations> operations() {
        return List.of(Iot2Operations.values());
    }

    @Override
    protected Stream<OperationCase> cases() {
        return Stream.of(
                        RegistryCases.registry(),
                        CredentialCases.credentials(),
                        CredentialCases.binding(),
                        CredentialCases.policies(),
                        ProvisioningCases.provisioning(),
                        ProvisioningCases.endpointAndRules())
                .flatMap(group -> group);
    }
}
