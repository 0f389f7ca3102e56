/**
 * For tests of programs that use AWS IoT Core or SES: a JUnit 5 extension that runs a stand-in for them. JUnit is not a
 * dependency of this artifact; a project that has tests has it.
 */
package io.mainswatch.localaws.junit;
