package io.github.logcov.model;

/**
 * Identity of an arm on its line, as the format gives it: block and branch of LCOV, any text of
 * others. Ordered as text, so that each decision has one order.
 *
 * @param naming empty, or a word for a way of giving names in which no other names mean the same:
 *     then which of those arms are the same as others of the line is not known
 */
public record BranchId(String block, String branch, String naming)
    implements Comparable<BranchId> {
  /** Without a way of its own. */
  public BranchId(String block, String branch) {
    this(block, branch, "");
  }

  @Override
  public int compareTo(BranchId other) {
    int order = naming.compareTo(other.naming);
    if (order == 0) {
      order = block.compareTo(other.block);
    }
    return order != 0 ? order : branch.compareTo(other.branch);
  }
}
