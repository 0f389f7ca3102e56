package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mainswatch.localaws.LocalAws;
import io.mainswatch.localaws.faults.Arming;
import io.mainswatch.localaws.faults.FaultOrder;
import io.mainswatch.localaws.faults.ServiceFault;
import io.mainswatch.localaws.junit.LocalAwsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;

@ExtendWith(LocalAwsExtension.class)
class DoorTest {

    @Test
    void aDoorIsRegisteredAlsoWhenAwsIsBusy(LocalAws aws) {
        Arming busy = aws.faults().arm(FaultOrder.of(new ServiceFault.RegistryThrottle()).times(1));
        try (IotClient iot = IotClient.builder().endpointOverride(aws.httpEndpoint()).region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create()).build()) {
            iot.createThing(thing -> thing.thingName("door"));
            assertEquals("door", iot.describeThing(thing -> thing.thingName("door")).thingName());
            assertEquals(1, busy.struck());
        }
    }
}
