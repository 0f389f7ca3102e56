/**
 * Small files that are whole at any instant, whatever dies: what the device must know again before it hears the cloud.
 */
package io.mainswatch.edge.durable;
