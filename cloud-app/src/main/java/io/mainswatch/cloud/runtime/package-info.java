/** Camel as this program runs it: the settings as placeholders, and where AWS is. */
package io.mainswatch.cloud.runtime;
