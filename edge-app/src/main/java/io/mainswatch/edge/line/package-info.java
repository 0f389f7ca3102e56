/**
 * Where GPIO lines come from (a board, or files that play one), which of them the routes use under which names, and how
 * a level that a line has held becomes a change for the journal. Reading, debouncing, holding and driving is the
 * component's job: {@code pi4j-gpio}.
 */
package io.mainswatch.edge.line;
