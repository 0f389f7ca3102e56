/**
 * A short run of the edge before nobody: with a simulated line, a journal that is thrown away, and this room in the place
 * of AWS. The Java machine notes which classes such a run loads and writes them to an archive, from which the real run
 * then starts with about half the processor time. Only here does the edge hold both ends of a connection.
 */
package io.mainswatch.edge.rehearsal;
