package io.github.logcov.format.opencover;

import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlFields;

/** What the summary of the session claims, and what its points are. */
final class OpenCoverTotals {
  private String place = "";
  private int sequencePoints = -1;
  private int visitedSequencePoints = -1;
  private int branchPoints = -1;
  private int visitedBranchPoints = -1;
  private int numMethods = -1;
  private int claimedVisitedMethods = -1;
  private long points;
  private long visitedPoints;
  private long branches;
  private long visitedBranches;
  private long methods;
  private long visitedMethods;

  void claim(String where, XmlFields fields) {
    place = where;
    sequencePoints = fields.claim("numSequencePoints");
    visitedSequencePoints = fields.claim("visitedSequencePoints");
    branchPoints = fields.claim("numBranchPoints");
    visitedBranchPoints = fields.claim("visitedBranchPoints");
    numMethods = fields.claim("numMethods");
    claimedVisitedMethods = fields.claim("visitedMethods");
  }

  void point(boolean visited) {
    points++;
    visitedPoints += visited ? 1 : 0;
  }

  void branch(boolean visited) {
    branches++;
    visitedBranches += visited ? 1 : 0;
  }

  /** A method with points ends. */
  void method(boolean visited) {
    methods++;
    visitedMethods += visited ? 1 : 0;
  }

  /** Of the branches, OpenCover counts the way into each method as one more. */
  void check(Warnings warnings) {
    if (!matches(sequencePoints, points) || !matches(visitedSequencePoints, visitedPoints)) {
      warn(
          "sequence points",
          visitedSequencePoints,
          sequencePoints,
          visitedPoints,
          points,
          warnings);
    }
    boolean agrees =
        matches(branchPoints, branches) && matches(visitedBranchPoints, visitedBranches);
    boolean agreesWithEntries =
        matches(branchPoints, branches + methods)
            && matches(visitedBranchPoints, visitedBranches + visitedMethods);
    if (!agrees && !agreesWithEntries) {
      warn("branch points", visitedBranchPoints, branchPoints, visitedBranches, branches, warnings);
    }
    checkMethods(warnings);
  }

  private void checkMethods(Warnings warnings) {
    if (!matches(numMethods, methods) || !matches(claimedVisitedMethods, visitedMethods)) {
      warn("methods", claimedVisitedMethods, numMethods, visitedMethods, methods, warnings);
    }
  }

  private void warn(
      String what, int visited, int total, long countedVisited, long counted, Warnings warnings) {
    warnings.add(
        what,
        place,
        "the totals of <CoverageSession> (%s of %s %s) disagree with its points (%d of %d); the points count"
            .formatted(shown(visited), shown(total), what, countedVisited, counted));
  }

  private static boolean matches(int claim, long count) {
    return claim < 0 || claim == count;
  }

  private static String shown(int claim) {
    return claim < 0 ? "?" : Integer.toString(claim);
  }
}
