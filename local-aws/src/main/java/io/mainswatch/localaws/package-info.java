/**
 * A stand-in for AWS IoT Core and Amazon SES on one machine: an MQTT broker with device shadows and presence events, the
 * thing registry, a mail service with its inbox, faults on demand, and a console page that shows them. Programs that use AWS work unchanged with an
 * endpoint override. {@link io.mainswatch.localaws.LocalAws} starts it in a process, {@link
 * io.mainswatch.localaws.LocalAwsApp} as one.
 */
package io.mainswatch.localaws;
