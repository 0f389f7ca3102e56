/**
 * Topic rules of AWS IoT: a statement that picks messages and makes something of them, and actions that pass it on. Rules
 * hear what clients publish, their Last Wills, and what the services of this stand-in publish.
 */
package io.mainswatch.localaws.rules;
