/** CI checkout paths to repository paths. Knows the model. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.source;
