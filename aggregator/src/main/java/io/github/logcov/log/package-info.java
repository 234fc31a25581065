/** Jobs and their logs, from saved files. Knows only problem. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.log;
