package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mainswatch.localaws.LocalAws;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;

class LampTest {

    @Test
    void aLampIsRegistered(@TempDir Path folder) {
        try (LocalAws aws = LocalAws.builder().data(folder).freePorts().start();
                IotClient iot = IotClient.builder().endpointOverride(aws.httpEndpoint()).region(Region.EU_WEST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create()).build()) {
            iot.createThing(thing -> thing.thingName("lamp"));
            assertEquals("lamp", iot.listThings().things().get(0).thingName());
        }
    }
}
