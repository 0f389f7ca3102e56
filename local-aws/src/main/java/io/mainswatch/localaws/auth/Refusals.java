package io.mainswatch.localaws.auth;

import io.mainswatch.localaws.http.AwsError;
import io.mainswatch.localaws.http.RestJson;
import io.mainswatch.localaws.ses.QueryErrors;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Answers a call that was not let through, as the service that it was for does. */
public final class Refusals {

    /** The query protocol's names for what rest-json calls otherwise. */
    private static final Map<String, String> QUERY_CODES = Map.of(
            "MissingAuthenticationTokenException", "MissingAuthenticationToken",
            "UnrecognizedClientException", "InvalidClientTokenId",
            "InvalidSignatureException", "SignatureDoesNotMatch");

    private Refusals() {}

    /** SES, which is called at {@code /}, speaks XML; the rest JSON. */
    public static void answer(RoutingContext context, AwsError error) {
        if (context.normalizedPath().equals("/")) {
            QueryErrors.answer(
                    context, new AwsError(error.status(), QUERY_CODES.get(error.code()), error.getMessage()));
        } else {
            RestJson.fail(context, error);
        }
    }
}
