package io.mainswatch.localaws.auth;

import io.mainswatch.localaws.http.AwsError;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Lets only signed calls come to the AWS services: Signature Version 4 in the Authorization header. */
public final class SignatureCheck implements Handler<RoutingContext> {

    private static final Duration MAX_AGE = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    /** The services here, by the names that clients put in the scope of a signature. */
    private static final Set<String> SERVICES = Set.of("iot", "iotdata", "iotdevicegateway", "ses", "email");

    private final AccessKeys keys;
    private final Clock clock;
    private final BiConsumer<RoutingContext, AwsError> refusal;

    /** @param refusal how a service answers a call that is not let through */
    public SignatureCheck(AccessKeys keys, Clock clock, BiConsumer<RoutingContext, AwsError> refusal) {
        this.keys = keys;
        this.clock = clock;
        this.refusal = refusal;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<AwsError> complaint = isForBrowsers(context) ? Optional.empty() : complaint(context);
        complaint.ifPresentOrElse(error -> refusal.accept(context, error), context::next);
    }

    /** The console and what else begins with {@code /_}; where a path leads is decided by its normal form. */
    private static boolean isForBrowsers(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/_") || path.equals("/") && context.request().method() == HttpMethod.GET;
    }

    private Optional<AwsError> complaint(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Authorization> given = Authorization.parse(request.getHeader("authorization"));
        String time = request.getHeader("x-amz-date");
        if (given.isEmpty() || time == null) {
            return refuse("MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        Authorization authorization = given.get();
        Optional<String> secret = keys.secret(authorization.keyId());
        if (secret.isEmpty()) {
            return refuse("UnrecognizedClientException", "The security token included in the request is invalid.");
        }
        Optional<String> misfit = misfit(authorization, time);
        if (misfit.isPresent()) {
            return refuse("InvalidSignatureException", misfit.get());
        }
        Buffer body = context.body().buffer();
        String hash = Authorization.sha256(body == null ? new byte[0] : body.getBytes());
        String claimed = request.getHeader("x-amz-content-sha256");
        return (claimed == null || claimed.equals(hash)) && isRight(request, authorization, secret.get(), time, hash)
                ? Optional.empty()
                : refuse(
                        "InvalidSignatureException",
                        "The request signature we calculated does not match the signature you provided. Check your AWS"
                                + " Secret Access Key and signing method.");
    }

    private static boolean isRight(
            HttpServerRequest request, Authorization authorization, String secret, String time, String hash) {
        try {
            return authorization.isMadeWith(
                    secret, time, CanonicalRequest.of(request, authorization.signedHeaders(), hash));
        } catch (IllegalArgumentException e) {
            // A path or query that is no URI has no canonical form either.
            return false;
        }
    }

    /** What is wrong before anything is calculated. */
    private Optional<String> misfit(Authorization authorization, String time) {
        if (!authorization.signedHeaders().contains("host")
                || !authorization.signedHeaders().contains("x-amz-date")) {
            return Optional.of("'Host' and 'X-Amz-Date' must be signed headers.");
        }
        if (!SERVICES.contains(authorization.service()) || !time.startsWith(authorization.date())) {
            return Optional.of("Credential should be scoped to the date of X-Amz-Date and to a service that is here.");
        }
        Optional<Instant> signed = parse(time);
        if (signed.isEmpty()) {
            return Optional.of("X-Amz-Date must be a time such as 20261124T120000Z.");
        }
        Instant now = clock.instant();
        if (Duration.between(signed.get(), now).abs().compareTo(MAX_AGE) > 0) {
            return Optional.of("Signature expired: " + time + " is more than " + MAX_AGE.toMinutes()
                    + " minutes away from " + TIME.format(now.atOffset(ZoneOffset.UTC)) + ".");
        }
        return Optional.empty();
    }

    private static Optional<Instant> parse(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<AwsError> refuse(String code, String message) {
        return Optional.of(new AwsError(403, code, message));
    }
}
