/** Report files and the interface of a format; one package below per format. Knows the model. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.format;
