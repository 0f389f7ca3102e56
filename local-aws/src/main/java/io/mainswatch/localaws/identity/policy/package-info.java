/**
 * AWS IoT policies as a pure function: a document is read into {@link io.mainswatch.localaws.identity.policy.Policy},
 * and {@link io.mainswatch.localaws.identity.policy.Policies} says whether several of them together allow a request.
 * Nothing here knows of certificates, sockets or tables.
 */
package io.mainswatch.localaws.identity.policy;
