package io.mainswatch.edge.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * A connection that records what is published and answers by a script, as a shadow service on a bad day would: each
 * step gets the token of one report. After the script everything is accepted.
 */
public final class ScriptedThing extends MqttClient {

    private final Replies replies;
    private final Queue<Consumer<String>> script = new ArrayDeque<>();
    private final List<JsonNode> published = new CopyOnWriteArrayList<>();
    private final List<String> renewals = new CopyOnWriteArrayList<>();
    private volatile boolean connected = true;

    ScriptedThing(Replies replies) throws MqttException {
        super("tcp://127.0.0.1:1", "scripted", new MemoryPersistence());
        this.replies = replies;
    }

    ScriptedThing then(Consumer<String> step) {
        script.add(step);
        return this;
    }

    ScriptedThing thenRejects(int code) {
        return then(token -> replies.rejected(token, code, "as scripted"));
    }

    ScriptedThing thenIsSilent() {
        return then(token -> {});
    }

    void link(boolean now) {
        connected = now;
    }

    List<String> tokens() {
        return published.stream()
                .map(report -> report.path("clientToken").asText())
                .toList();
    }

    List<String> renewals() {
        return renewals;
    }

    /** Called by the route. */
    public void renew(String reason) {
        renewals.add(reason);
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void publish(String topic, MqttMessage message) throws MqttException {
        if (!connected) {
            throw new MqttException(MqttException.REASON_CODE_CLIENT_NOT_CONNECTED);
        }
        try {
            JsonNode report = new ObjectMapper().readTree(message.getPayload());
            published.add(report);
            Consumer<String> step = script.isEmpty() ? replies::accepted : script.remove();
            step.accept(report.path("clientToken").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
