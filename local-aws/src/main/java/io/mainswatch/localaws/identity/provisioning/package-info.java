/**
 * Provisioning templates as a pure function: a template and its parameters are read into
 * {@link io.mainswatch.localaws.identity.provisioning.Provision}, which says what a thing is to have.
 */
package io.mainswatch.localaws.identity.provisioning;
