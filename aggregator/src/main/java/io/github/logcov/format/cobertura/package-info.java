/** Cobertura XML and its kin, coverage.py's first of all. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.cobertura;
