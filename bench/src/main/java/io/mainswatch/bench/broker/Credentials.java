package io.mainswatch.bench.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;

/** A certificate of the stand-in with a policy, as a load's clients use it. */
final class Credentials {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Own topics, by variables that must be filled in at each packet. */
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"iot:Connect","Resource":"arn:aws:iot:eu-west-1:000000000000:client/bench-*"},
              {"Effect":"Allow","Action":["iot:Publish","iot:Receive"],"Resource":[
                "arn:aws:iot:eu-west-1:000000000000:topic/bench/*",
                "arn:aws:iot:eu-west-1:000000000000:topic/$aws/things/${iot:ClientId}/shadow/*",
                "arn:aws:iot:eu-west-1:000000000000:topic/$aws/things/*/shadow/update/documents"]},
              {"Effect":"Allow","Action":"iot:Subscribe","Resource":[
                "arn:aws:iot:eu-west-1:000000000000:topicfilter/bench/*",
                "arn:aws:iot:eu-west-1:000000000000:topicfilter/$aws/things/*"]}]}
            """;

    private Credentials() {}

    /** Makes both, attaches one to the other, and answers with what a client needs for TLS. */
    static SSLContext make(URI endpoint, Path rootCa) throws IOException, InterruptedException {
        JsonNode made = call("POST", endpoint.resolve("/keys-and-certificate?setAsActive=true"), "{}");
        ObjectNode policy = JSON.createObjectNode().put("policyDocument", POLICY);
        call("POST", endpoint.resolve("/policies/bench"), policy.toString());
        ObjectNode target =
                JSON.createObjectNode().put("target", made.get("certificateArn").asText());
        call("PUT", endpoint.resolve("/target-policies/bench"), target.toString());
        return SSLFactory.builder()
                .withIdentityMaterial(PemUtils.loadIdentityMaterial(
                        pem(made.get("certificatePem")), pem(made.at("/keyPair/PrivateKey"))))
                .withTrustMaterial(PemUtils.loadTrustMaterial(new ByteArrayInputStream(Files.readAllBytes(rootCa))))
                .build()
                .getSslContext();
    }

    private static ByteArrayInputStream pem(JsonNode text) {
        return new ByteArrayInputStream(text.asText().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode call(String method, URI uri, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(uri + " answers " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
