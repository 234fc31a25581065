/** SimpleCov's results, and the JSON that its formatters make of them. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.simplecov;
