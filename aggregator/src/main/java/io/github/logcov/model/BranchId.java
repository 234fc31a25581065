package io.github.logcov.model;

/**
 * Identity of an arm on its line, as the format gives it: block and branch of LCOV, any text of
 * others. Ordered as numbers where both are numbers: branch 9 before branch 10.
 */
public record BranchId(String block, String branch) implements Comparable<BranchId> {
  @Override
  public int compareTo(BranchId other) {
    int order = NaturalOrder.compare(block, other.block);
    return order != 0 ? order : NaturalOrder.compare(branch, other.branch);
  }
}
