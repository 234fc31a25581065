/** The files of a checkout, as git and the file system know them. Knows source and problem. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.checkout;
