package io.mainswatch.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The two calls of AWS IoT's HTTP interface with which a test plays another device, good or bad. */
public final class Aws {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    Aws(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** CreateThing, with attributes as a JSON object. */
    public void createThing(String name, String attributes) {
        post("/things/" + name, "{\"attributePayload\":{\"attributes\":" + attributes + "}}");
    }

    /** UpdateThingShadow: the classic shadow's reported state, as a JSON object. */
    public void report(String thing, String reported) {
        post("/things/" + thing + "/shadow", "{\"state\":{\"reported\":" + reported + "}}");
    }

    /** Arms a fault of the stand-in, with its parameters as a JSON object. */
    public void fault(String kind, String parameters) {
        send("PUT", "/_faults/" + kind, parameters);
    }

    private void post(String path, String body) {
        send("POST", path, body);
    }

    private void send(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " answers " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
