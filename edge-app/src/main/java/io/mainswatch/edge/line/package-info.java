/**
 * Where GPIO lines come from (a board, or files that play one) and how a level that a line has held becomes a change
 * for the journal. Reading, debouncing and holding is the component's job: {@code pi4j-gpio}.
 */
package io.mainswatch.edge.line;
