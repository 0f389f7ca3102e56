/**
 * The Device Shadow service: requests over MQTT and HTTP, one after another, answered by the rules of module
 * device-shadow. An update is on disk before anybody hears that it was accepted.
 */
package io.mainswatch.localaws.shadow;
