/**
 * Jobs and their logs, from saved files or a build that still runs; which jobs are chosen. Knows
 * only problem and glob.
 */
@org.jspecify.annotations.NullMarked
package io.github.logcov.log;
