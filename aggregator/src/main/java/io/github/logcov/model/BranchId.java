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

  /** By hand, as {@link #hashCode}: a record's own goes a long way until it is compiled. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof BranchId id
            && branch.equals(id.branch)
            && block.equals(id.block)
            && scheme.equals(id.scheme);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * scheme.hashCode() + block.hashCode()) + branch.hashCode();
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
