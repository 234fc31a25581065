package io.github.logcov.model;

/**
 * One line of a file; a view made when asked for.
 *
 * @param line 1-based, 0 for arms that a report puts on no line
 * @param hits executions over all sessions, -1 where no statement is known on the line
 * @param branches its arms; those that are known by file only (coverage.json) are not among them
 */
public record LineCoverage(int line, long hits, BranchCoverage branches) {}
