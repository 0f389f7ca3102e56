/** Why the stand-in cannot start, as one sentence with the remedy. Every other room may throw it. */
package io.mainswatch.localaws.start;
