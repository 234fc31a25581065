package io.github.logcov.model;

/**
 * Identity of an arm on its line, as the format gives it: block and branch of LCOV, any text of
 * others. Ordered as text, so that each decision has one order.
 *
 * @param scheme whose names these are; names of two schemes are not compared, so that arms of one
 *     line which several formats name are not added up. Empty for those of LCOV and its kin
 */
public record BranchId(String scheme, String block, String branch) implements Comparable<BranchId> {
  /** With the scheme that has no name. */
  public BranchId(String block, String branch) {
    this("", block, branch);
  }

  @Override
  public int compareTo(BranchId other) {
    int order = scheme.compareTo(other.scheme);
    if (order == 0) {
      order = block.compareTo(other.block);
    }
    return order != 0 ? order : branch.compareTo(other.branch);
  }
}
