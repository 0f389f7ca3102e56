/**
 * The mail service: SES's first API (form in, XML out), the inbox in which every mail that it takes ends, and word of
 * what became of each ({@link io.mainswatch.localaws.ses.FeedbackListener}). A mail's fate is decided when it is taken and
 * stored with it, event by event, each with its time; so it comes true whenever the process ends in between. Nothing
 * leaves this machine.
 */
package io.mainswatch.localaws.ses;
