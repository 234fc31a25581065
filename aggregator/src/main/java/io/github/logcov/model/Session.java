package io.github.logcov.model;

/** One job's contribution to a union. Ordered as job numbers are: 8112.9 before 8112.10. */
public record Session(String jobNumber) {}
