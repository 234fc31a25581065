/** Patterns with wildcards, for names and for repository paths. Known to all, knows nobody. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.glob;
