package io.mainswatch.localaws.http;

import io.mainswatch.localaws.start.StartException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. */
public final class HttpDoor implements AutoCloseable {

    /** A raw mail of 10 MB, the largest SES takes, in base64 and percent-encoded. */
    private static final long MAX_BODY = 20 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

    private final HttpServer server;

    private HttpDoor(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @param port 0 for any free one
     * @param guard sees each call, with its body, before the parts do, and may wait
     * @throws StartException if it is taken
     */
    public static HttpDoor open(
            Vertx vertx, String host, int port, Optional<Handler<RoutingContext>> guard, List<HttpApi> apis) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setHandle100ContinueAutomatically(true)
                .setCompressionSupported(true)
                .setTcpNoDelay(true)
                // An upgraded request has no Host header, by which callers are judged.
                .setHttp2ClearTextEnabled(false)
                // SES has a whole mail in one form field.
                .setMaxFormAttributeSize(-1)
                .setMaxFormFields(-1)
                .setMaxFormBufferedBytes(-1);
        try {
            return new HttpDoor(vertx.createHttpServer(options)
                    .requestHandler(router(vertx, isLoopback(host), guard, apis))
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        } catch (CompletionException e) {
            throw StartException.portUnavailable("HTTP", host, port, "--http-port", e);
        }
    }

    private static Router router(
            Vertx vertx, boolean loopbackOnly, Optional<Handler<RoutingContext>> guard, List<HttpApi> apis) {
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.response().putHeader("x-amzn-requestid", UUID.randomUUID().toString());
            context.next();
        });
        router.route().failureHandler(HttpDoor::refuse);
        router.route().handler(new CallerGuard(loopbackOnly));
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
        guard.ifPresent(check -> router.route().blockingHandler(check, false));
        apis.forEach(api -> api.mount(router));
        String known = apis.stream().map(HttpApi::knows).collect(Collectors.joining("; "));
        router.route().handler(context -> RestJson.fail(context, unknown(context, known)));
        return router;
    }

    /** What never came to a handler: a body that is too large, a path that cannot be decoded. */
    private static void refuse(RoutingContext context) {
        int status = context.statusCode();
        if (status >= 500) {
            LOG.error(
                    "{} {} failed",
                    context.request().method(),
                    context.request().path(),
                    context.failure());
        }
        String code = status >= 500 ? "InternalFailureException" : "InvalidRequestException";
        RestJson.fail(
                context,
                new AwsError(status, code, HttpResponseStatus.valueOf(status).reasonPhrase()));
    }

    private static AwsError unknown(RoutingContext context, String known) {
        return new AwsError(
                404,
                "UnknownOperationException",
                "local-aws does not know " + context.request().method() + " "
                        + context.request().path() + ". It knows " + known + ".");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
