/** The keys that an operator may set for the cloud app. */
package io.mainswatch.cloud.settings;
