/**
 * AWS's bad days, on demand: faults that a test, the console or a script arms, for certain things or addresses, for a
 * number of times or a while. The rooms ask {@link io.mainswatch.localaws.faults.Faults#strike} at the place where the
 * fault would happen; what there is to arm stands in one catalogue. Nothing is kept over a restart.
 */
package io.mainswatch.localaws.faults;
