/** Go's cover profiles. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format.gocover;
