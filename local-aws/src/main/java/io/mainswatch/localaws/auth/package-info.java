/**
 * Who may call the AWS services: callers that sign their requests with a key that this stand-in was given (AWS general
 * reference, "Signature Version 4"). Off unless asked for. The console, which web browsers call, is not asked.
 */
package io.mainswatch.localaws.auth;
