/** What we write: an outcome as text, JSON, Markdown, coverage.xml, tracefile and badge. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.summary;
