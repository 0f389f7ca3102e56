/**
 * The HTTP port: one server for all of AWS's services and the console, who may call it, and AWS's error shape. What the
 * services do is in the rooms that implement {@link io.mainswatch.localaws.http.HttpApi}.
 */
package io.mainswatch.localaws.http;
