/**
 * Lines that the device drives: a siren, a relay. Driving is the component's job ({@code pi4j-gpio}), when is the
 * cloud's desire; this room knows what each line is, tells the shadow, and remembers it for the next start.
 */
package io.mainswatch.edge.output;
