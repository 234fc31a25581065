/** The command line; the only package that exits or prints. Knows everybody, nobody knows it. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.cli;
