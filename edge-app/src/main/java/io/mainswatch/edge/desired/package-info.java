/**
 * What the cloud desires of the device: reports, settings, levels of outputs. It comes as deltas of the shadow, which
 * list every difference that is still open, again and again until there is none. So nothing here is a message that could
 * be missed or must be counted: what is desired is done (twice is as good as once) and then reported as it is, which
 * ends the difference. What cannot be done is told once, in the log and to the shadow, and then left alone until it is
 * desired otherwise.
 */
package io.mainswatch.edge.desired;
