/**
 * The outbox and the mail: from a row that is due to the facts that a template prints, to a MIME message, to the verdict on
 * what SES answered. The words are in the templates ({@code routes/cloud/templates}), not here.
 */
package io.mainswatch.cloud.notification;
