/** The thing registry of AWS IoT: things with their attributes and types, and its control-plane calls. */
package io.mainswatch.localaws.registry;
