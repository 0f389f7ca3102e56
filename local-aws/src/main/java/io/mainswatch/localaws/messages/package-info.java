/** The data-plane calls of AWS IoT about messages, also those that are kept, and about connections. */
package io.mainswatch.localaws.messages;
