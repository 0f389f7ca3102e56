/** Texts with wildcards, as policies and searches have them. */
package io.mainswatch.localaws.glob;
