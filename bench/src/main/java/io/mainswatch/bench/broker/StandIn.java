package io.mainswatch.bench.broker;

import io.mainswatch.acceptance.Installation;
import io.mainswatch.acceptance.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/** Our stand-in as a process of its own, as its users start it. */
final class StandIn implements AutoCloseable {

    private final int plainPort = Installation.freePort();
    private final Program program;

    private StandIn(Path folder) {
        program = new Program(
                List.of("local-aws"),
                Map.of(
                        "MAINSWATCH_DATA", folder.resolve("data").toString(),
                        "MAINSWATCH_MQTT_PORT", Integer.toString(plainPort),
                        "MAINSWATCH_HTTP_PORT", Integer.toString(Installation.freePort())),
                folder.resolve("local-aws.log"));
    }

    static StandIn start(Path folder) {
        StandIn standIn = new StandIn(folder);
        standIn.program.start();
        return standIn;
    }

    Peer plain() {
        return new Peer("local-aws", "tcp://127.0.0.1:" + plainPort, client -> new MqttConnectOptions());
    }

    @Override
    public void close() {
        program.close();
    }
}
