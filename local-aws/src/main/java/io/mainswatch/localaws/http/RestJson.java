package io.mainswatch.localaws.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AWS's protocol "rest-json": JSON bodies, the error's name in a header. */
public final class RestJson {

    private static final Logger LOG = LoggerFactory.getLogger(RestJson.class);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RestJson() {}

    /** A call with its answer: a value to be written as JSON, or null for an empty body. */
    @FunctionalInterface
    public interface Call {
        Object answer(RoutingContext context);
    }

    /** Answers 200, or the error that the call throws. */
    public static Handler<RoutingContext> answering(Call call) {
        return context -> {
            try {
                reply(context, 200, call.answer(context));
            } catch (AwsError e) {
                fail(context, e);
            } catch (RuntimeException e) {
                LOG.error(
                        "{} {} failed",
                        context.request().method(),
                        context.request().path(),
                        e);
                fail(context, new AwsError(500, "InternalFailureException", "Internal service failure"));
            }
        };
    }

    /** Answers with AWS's error shape. */
    public static void fail(RoutingContext context, AwsError error) {
        context.response().putHeader("x-amzn-errortype", error.code());
        reply(context, error.status(), Map.of("message", error.getMessage()));
    }

    /** The request's body as the type; an empty body counts as {@code {}}. */
    public static <T> T body(RoutingContext context, Class<T> type) {
        Buffer body = context.body().buffer();
        byte[] json = body == null || body.length() == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body.getBytes();
        try {
            return Optional.ofNullable(MAPPER.readValue(json, type))
                    .orElseThrow(() -> AwsError.invalidRequest("The body is null; it must be a JSON object"));
        } catch (IOException e) {
            throw AwsError.invalidRequest("The body is not the JSON object that this call takes: " + e.getMessage());
        }
    }

    /** An object of names and values in turn; as AWS does, a member whose value is null is left out when it is written. */
    public static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }

    /** Writes the value as JSON; bytes are taken as JSON already. */
    public static void reply(RoutingContext context, int status, Object value) {
        HttpServerResponse response = context.response().setStatusCode(status);
        if (value == null) {
            response.end();
            return;
        }
        response.putHeader("content-type", "application/json").putHeader("cache-control", "no-store");
        response.end(Buffer.buffer(value instanceof byte[] json ? json : write(value)));
    }

    private static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer of " + value.getClass() + " has no JSON", e);
        }
    }
}
