/** Makes the SDK clients of both planes from the options of an endpoint. */
package io.mainswatch.camel.aws2.iot.client;
