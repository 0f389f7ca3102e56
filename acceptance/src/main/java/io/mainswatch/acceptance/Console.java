package io.mainswatch.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The stand-in's console, as a program uses it: the inbox, the shadows and the plug. */
public final class Console {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    /** @param base the address of the stand-in's HTTP port */
    public Console(URI base) {
        this.base = base;
    }

    /** Every mail, oldest first. */
    public List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        for (JsonNode entry : get("mails")) {
            JsonNode mail = get("mails/" + entry.path("id").asText());
            mails.add(new Mail(
                    text(entry.path("to")),
                    entry.path("subject").asText(),
                    mail.path("text").asText(),
                    mail.path("html").asText(),
                    Instant.parse(entry.path("receivedAt").asText())));
        }
        mails.sort(Comparator.comparing(Mail::receivedAt));
        return mails;
    }

    /** How many mails there are, without reading them. */
    public int mailCount() {
        return get("mails").size();
    }

    /** The thing with its attributes and live shadow, or a missing node. */
    public JsonNode thing(String name) {
        for (JsonNode thing : things()) {
            if (thing.path("name").asText().equals(name)) {
                return thing;
            }
        }
        return JSON.missingNode();
    }

    /** All things, likewise. */
    public JsonNode things() {
        return get("things");
    }

    /** Pulls the plug of a simulated line, or plugs it in again. */
    public void plug(int line, String level) {
        send(HttpRequest.newBuilder(address("lines/" + line)).PUT(HttpRequest.BodyPublishers.ofString(level)));
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(send(HttpRequest.newBuilder(address(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        response.uri() + " answers " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return base.resolve("/_console/api/" + path);
    }

    private static String text(JsonNode addresses) {
        return addresses.isArray() ? addresses.path(0).asText() : addresses.asText();
    }
}
