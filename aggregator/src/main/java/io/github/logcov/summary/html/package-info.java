/**
 * The summary as one page of HTML that needs nothing else: no network, no other file. What comes
 * from data is text in it, never markup. Knows what {@code summary} knows.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.summary.html;
