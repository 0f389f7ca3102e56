/**
 * {@code edge check}: looks, step by step, at everything that the edge needs, with the edge's own classes, so that what is
 * checked is what will run. Each step says what it found, or what to do. Nothing here is loaded by the edge itself.
 */
package io.mainswatch.edge.check;
