/** What we write: text and JSON of one outcome. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.summary;
