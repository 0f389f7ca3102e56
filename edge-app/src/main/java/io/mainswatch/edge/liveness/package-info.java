/**
 * Whether the device does its work: not only connected, but answered. The watchdog's route looks every few seconds, tells
 * the service manager (systemd) in words, and ends a process that has been deaf for too long, so that it is started
 * afresh; the journal on disk makes that safe. A network that is away is no reason to end: trying is a sign of life.
 */
package io.mainswatch.edge.liveness;
