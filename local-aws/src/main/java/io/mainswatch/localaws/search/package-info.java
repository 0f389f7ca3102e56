/**
 * Fleet indexing: finds things by what the registry, their shadows and their connections say, with AWS's query language.
 * Nothing is kept twice: a search looks at the things themselves, which for one household's is soon done.
 */
package io.mainswatch.localaws.search;
