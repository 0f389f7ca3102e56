/** What a changed shadow means: the kind of event, when it happened and how sure that is, and how long the power was off. */
package io.mainswatch.cloud.event;
