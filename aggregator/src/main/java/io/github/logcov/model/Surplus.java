package io.github.logcov.model;

/**
 * What a report that counts (level 1) says beyond one that names every arm (level 3), where both
 * are of the same run. The rest only repeats, and would widen bounds: nothing in counts says that
 * these are the very arms that have names.
 */
public final class Surplus {

  private Surplus() {}

  /**
   * The lines and arms of {@code sums} that are to be united with {@code exact}: all that it calls
   * covered and {@code exact} does not, so that no line and no arm that is covered gets lost.
   *
   * @param sums statements, counted arms and functions, nothing else
   * @param otherBuild whether part of {@code sums} is of another build of the source; then what it
   *     lists in other numbers counts too, run or not
   */
  public static FileFacts of(
      FileFacts sums, FileFacts exact, boolean otherBuild, CoverageLimits limits) {
    FactsBuilder surplus = new FactsBuilder(limits);
    addLines(sums.lines().statements(), exact.lines().statements(), otherBuild, surplus);
    addArms(sums.arms().counted(), new LineArms(exact.arms()), otherBuild, surplus);
    // Functions have the same names in both, so nothing of them needs to be left out.
    FileFacts rest = surplus.build();
    return sums.functions().areMeasured() ? rest.withFunctions(sums.functions()) : rest;
  }

  private static void addLines(
      LineHits sums, LineHits exact, boolean otherBuild, FactsBuilder surplus) {
    for (int i = 0; i < sums.size(); i++) {
      int row = exact.row(sums.line(i));
      boolean known = row >= 0 ? sums.hits(i) == 0 || exact.hits(row) > 0 : sums.hits(i) == 0;
      if (!known || otherBuild) {
        surplus.line(sums.line(i), sums.hits(i));
      }
    }
  }

  private static void addArms(
      CountedArms sums, LineArms exact, boolean otherBuild, FactsBuilder surplus) {
    boolean more = exact.next();
    for (int i = 0; i < sums.size(); i++) {
      while (more && exact.line() < sums.line(i)) {
        more = exact.next();
      }
      ArmBounds known = more && exact.line() == sums.line(i) ? exact.bounds() : ArmBounds.NONE;
      boolean repeats =
          sums.upper(i) <= known.lower() || known.total() > 0 && known.lower() == known.total();
      if (!repeats || otherBuild && sums.total(i) != known.total()) {
        surplus.countedArms(sums.line(i), sums.total(i), sums.upper(i));
      }
    }
  }
}
