package io.mainswatch.localaws.ses;

import io.mainswatch.localaws.http.AwsError;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Errors in the query protocol's shape, also for calls that are refused before they come to SES. */
public final class QueryErrors {

    private QueryErrors() {}

    /** Answers with the error. */
    public static void answer(RoutingContext context, AwsError error) {
        String id = context.response().headers().get("x-amzn-requestid");
        context.response()
                .setStatusCode(error.status())
                .putHeader("content-type", "text/xml")
                .end(Buffer.buffer(QueryXml.error(error, id)));
    }
}
