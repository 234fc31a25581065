package io.github.logcov.model;

import java.util.List;

/** The arms of one line, with the precision that the formats of its reports have. */
public sealed interface BranchCoverage {
  /** How many arms are covered, for sure and at most. */
  ArmBounds bounds();

  /** No decision is known on the line. */
  record None() implements BranchCoverage {
    @Override
    public ArmBounds bounds() {
      return ArmBounds.NONE;
    }
  }

  /**
   * Every arm has a name; the union is exact.
   *
   * @param arms by id
   */
  record Identified(List<Arm> arms) implements BranchCoverage {
    /** Copies the list. */
    public Identified {
      arms = List.copyOf(arms);
    }

    @Override
    public ArmBounds bounds() {
      long taken = arms.stream().filter(arm -> arm.taken() > 0).count();
      return new ArmBounds(taken, taken, arms.size());
    }
  }

  /**
   * An arm.
   *
   * @param taken how often, 0 or more, or {@link FactsBuilder#NEVER_EVALUATED}
   */
  record Arm(BranchId id, long taken) {}

  /**
   * The missing arms have names; the union is exact but for exits, which share one.
   *
   * @param missing destinations that every report misses, ascending, negative for exits
   */
  record MissingNamed(ArmBounds bounds, List<Integer> missing) implements BranchCoverage {
    /** Copies the list. */
    public MissingNamed {
      missing = List.copyOf(missing);
    }
  }

  /** Only counts are known, or reports count the arms of this line in several ways. */
  record Counted(ArmBounds bounds) implements BranchCoverage {}
}
