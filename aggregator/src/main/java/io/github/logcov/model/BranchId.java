package io.github.logcov.model;

/**
 * Identity of an arm on its line, as the format gives it: block and branch of LCOV, any text of
 * others.
 */
public record BranchId(String block, String branch) {}
