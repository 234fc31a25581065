/** From the payloads of jobs to files below a folder; names from logs are strangers here. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.extract;
