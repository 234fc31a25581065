/** Paths as reports name them to paths of the repository. Opens no file. Knows model and glob. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.source;
