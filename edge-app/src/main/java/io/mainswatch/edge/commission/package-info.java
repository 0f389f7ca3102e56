/**
 * {@code edge commission}: walks the owner through unplugging and plugging back once, measures what comes of it, and puts
 * the result into the reported state, so that everybody can see that this device was seen to work. Nothing here is loaded
 * by the edge itself.
 */
package io.mainswatch.edge.commission;
