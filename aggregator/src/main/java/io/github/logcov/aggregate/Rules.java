package io.github.logcov.aggregate;

import io.github.logcov.model.CoverageLimits;

/**
 * How an aggregation is to be done.
 *
 * @param scope what counts
 * @param limits bounds of the union
 * @param keepGoing whether missing and damaged reports are warnings only
 * @param ignoreVariantOnly whether missed lines that are statements for some toolchains only do not
 *     count
 */
public record Rules(
    Scope scope, CoverageLimits limits, boolean keepGoing, boolean ignoreVariantOnly) {}
