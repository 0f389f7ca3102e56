/**
 * The mail service: SES's first API (form in, XML out), and the inbox in which every mail that it takes ends. Nothing
 * leaves this machine.
 */
package io.mainswatch.localaws.ses;
