package io.mainswatch.localaws.http;

import io.vertx.ext.web.Router;

/** A part of what the HTTP port answers. */
public interface HttpApi {

    /** What it knows, for the answer to a call that nobody knows: {@code "AWS IoT (CreateThing, ...)"}. */
    String knows();

    /** Adds its paths; handlers that wait for anything are blocking handlers. */
    void mount(Router router);
}
