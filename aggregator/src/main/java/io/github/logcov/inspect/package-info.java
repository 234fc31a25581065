/** What is in the logs of jobs, payload by payload; unites and judges nothing. */
@org.jspecify.annotations.NullMarked
package io.github.logcov.inspect;
