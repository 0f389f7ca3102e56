/**
 * The Device Shadow service of AWS IoT as a pure function: a stored state, a request and an instant go in, what is
 * stored next and what is published come out. No I/O, no clock, no thread; whoever calls it keeps the states and runs
 * the requests of one shadow one after another. {@link io.mainswatch.shadow.ShadowRules} is the way in.
 *
 * <p>Where AWS's behaviour is contested, one constant or one short method holds the answer, and its comment begins
 * with "Contested". The rules come from the AWS IoT Developer Guide and, where they differ, from what AWS was seen to
 * send.
 */
package io.mainswatch.shadow;
