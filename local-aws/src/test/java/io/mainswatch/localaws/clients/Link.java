package io.mainswatch.localaws.clients;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions.LifecycleEvents;
import software.amazon.awssdk.crt.mqtt5.OnAttemptingConnectReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionFailureReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionSuccessReturn;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.OnStoppedReturn;

/** What the device SDK's MQTT 5 client, which connects by itself and goes on trying, tells of its first attempt. */
final class Link implements LifecycleEvents {

    final CompletableFuture<Void> up = new CompletableFuture<>();

    @Override
    public void onConnectionSuccess(Mqtt5Client client, OnConnectionSuccessReturn connection) {
        up.complete(null);
    }

    @Override
    public void onConnectionFailure(Mqtt5Client client, OnConnectionFailureReturn failure) {
        up.completeExceptionally(new IllegalStateException(CRT.awsErrorString(failure.getErrorCode())));
    }

    @Override
    public void onAttemptingConnect(Mqtt5Client client, OnAttemptingConnectReturn attempt) {
        // Its outcome follows.
    }

    @Override
    public void onDisconnection(Mqtt5Client client, OnDisconnectionReturn end) {
        // Requests that were under way fail by themselves.
    }

    @Override
    public void onStopped(Mqtt5Client client, OnStoppedReturn stop) {
        // Nobody waits for that.
    }
}
