package io.github.logcov.format.cobertura;

import io.github.logcov.model.FactsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The arms of one line, as exactly as the report tells: the missing ones by name, the counts per
 * condition, or just counts.
 *
 * @param missing destinations of the missing arms; null when they are not named
 * @param numbers numbers of the conditions, null when there are none; then as many totals of, and
 *     covered arms of each
 */
record Arms(
    int total,
    int covered,
    int @Nullable [] missing,
    int @Nullable [] numbers,
    int @Nullable [] totalOf,
    int @Nullable [] coveredOf) {

  static Arms counted(int total, int covered) {
    return new Arms(total, covered, null, null, null, null);
  }

  static Arms missing(int total, int[] missing) {
    return new Arms(total, total - missing.length, missing, null, null, null);
  }

  void addTo(FactsBuilder facts, int line) {
    if (missing != null) {
      facts.missingArms(line, total, missing);
    } else if (numbers != null && totalOf != null && coveredOf != null) {
      facts.countedArms(line, total, covered, numbers, totalOf, coveredOf);
    } else {
      facts.countedArms(line, total, covered);
    }
  }
}
