/**
 * What each job is worth to the union, and which jobs would do without the others. Knows outcomes
 * and values; touches no files and no clock.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.jobvalue;
