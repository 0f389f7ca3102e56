/**
 * What the device tells its shadow: which report is next, what stands in it (the contract of the reported state), and
 * which answer belongs to it. One report is under way at a time, so events arrive in their order.
 */
package io.mainswatch.edge.report;
