package io.github.logcov.aggregate;

import io.github.logcov.collect.Requirement;
import io.github.logcov.log.Job;
import io.github.logcov.model.Ratio;
import java.util.List;

/**
 * What one job gave.
 *
 * @param job the job
 * @param requirement what it owed
 * @param payloads its whole, well-formed reports
 * @param line lines it ran, of the lines it lists; only what {@code --flag}, {@code --include} and
 *     {@code --exclude} leave
 * @param onlyHere lines of the union that no other job ran
 */
public record JobOutcome(
    Job job, Requirement requirement, List<PayloadOutcome> payloads, Ratio line, long onlyHere) {}
