package io.mainswatch.edge.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mainswatch.edge.tls.CredentialsException;
import io.mainswatch.edge.tls.Identity;
import io.mainswatch.edge.tls.MutualTls;
import io.mainswatch.localaws.LocalAws;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** A certificate with its key as the IoT service makes them: active, and with no policy yet. */
record Certificate(LocalAws aws, String arn, Identity identity) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Certificate create(LocalAws aws) throws IOException, InterruptedException, CredentialsException {
        JsonNode made = call(aws, "POST", "/keys-and-certificate?setAsActive=true", Map.of());
        Identity identity = Identity.of(
                Identity.certificates(made.path("certificatePem").asText()),
                made.at("/keyPair/PrivateKey").asText(),
                "");
        return new Certificate(aws, made.path("certificateArn").asText(), identity);
    }

    Link link() throws IOException, CredentialsException {
        return new Link.Tls(
                MutualTls.sockets(identity, Identity.certificates(Files.readString(aws.rootCa()))), List.of());
    }

    /** From now on it may do everything. */
    void allowEverything() throws IOException, InterruptedException {
        String everything =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:*\",\"Resource\":\"*\"}]}";
        call(aws, "POST", "/policies/everything", Map.of("policyDocument", everything));
        call(aws, "PUT", "/target-policies/everything", Map.of("target", arn));
    }

    private static JsonNode call(LocalAws aws, String method, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        URI uri = URI.create(aws.httpEndpoint().toString().replaceAll("/$", "") + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
