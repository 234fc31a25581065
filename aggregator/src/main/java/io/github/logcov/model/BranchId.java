package io.github.logcov.model;

/**
 * Identity of an arm on its line, as the format gives it: block and branch of LCOV, any text of
 * others. Ordered as text, so that each decision has one order.
 */
public record BranchId(String block, String branch) implements Comparable<BranchId> {
  @Override
  public int compareTo(BranchId other) {
    int order = block.compareTo(other.block);
    return order != 0 ? order : branch.compareTo(other.branch);
  }
}
