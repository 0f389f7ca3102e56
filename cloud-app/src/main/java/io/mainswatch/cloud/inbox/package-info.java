/**
 * The inbox: everything that came in, stored before it is acknowledged, worked in order, and parked with its cause when
 * nothing can be made of it. The two exceptions to "try again later" are decided here.
 */
package io.mainswatch.cloud.inbox;
