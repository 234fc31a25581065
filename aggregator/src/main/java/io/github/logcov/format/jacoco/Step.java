package io.github.logcov.format.jacoco;

import org.jspecify.annotations.Nullable;

/** One instruction of a method while its flow is put together. */
final class Step {
  private static final int TOLD = -1;

  /** Source line, or JaCoCo's -1 for none. */
  final int line;

  /** One of the ways out of it, which knows the next: most instructions have one alone. */
  @Nullable Arm arms;

  /** Whether it counts for nothing, as the filters say. */
  boolean ignored;

  /** The one that took it in, where the filters say that they are copies. */
  private @Nullable Step one;

  /** The only arm that leads here without a probe; where several meet, JaCoCo puts probes. */
  private @Nullable Arm entry;

  /** How many arms have no node yet; or {@link #TOLD}. */
  private int open;

  Step(int line) {
    this.line = line;
  }

  /** A way out, to another instruction or through a probe. */
  static final class Arm {
    final Step from;

    /** JaCoCo's number of the branch at its instruction. */
    final int branch;

    /** What says whether it was taken, once that is known. */
    int node;

    /** Another arm of the same instruction. */
    final @Nullable Arm next;

    private Arm(Step from, int branch, int node, @Nullable Arm next) {
      this.from = from;
      this.branch = branch;
      this.node = node;
      this.next = next;
    }
  }

  void leadTo(Step target, int branch) {
    arms = new Arm(this, branch, FlowNodes.NEVER, arms);
    open++;
    target.entry = arms;
  }

  /** Leads to a probe, which has this node. */
  void leadThrough(int node, int branch) {
    arms = new Arm(this, branch, node, arms);
  }

  /** Whether the node of every arm is known, and none was told before. */
  boolean isReady() {
    return open == 0;
  }

  /**
   * Tells the arm that leads here the node that holds when any of the arms from here does, once.
   *
   * @return the step that it comes from; null when none leads here without a probe
   */
  @Nullable Step tellBefore(FlowNodes nodes) {
    open = TOLD;
    if (entry == null) {
      return null;
    }
    entry.node = node(nodes);
    entry.from.open--;
    return entry.from;
  }

  private int node(FlowNodes nodes) {
    if (arms == null || arms.next == null) {
      return arms == null ? FlowNodes.NEVER : arms.node;
    }
    int count = 0;
    for (Arm arm = arms; arm != null; arm = arm.next) {
      count++;
    }
    int[] all = new int[count];
    for (Arm arm = arms; arm != null; arm = arm.next) {
      all[--count] = arm.node;
    }
    return nodes.any(all);
  }

  /** Takes in the arms of another step, which is this one too: a copy of the same source. */
  void uniteWith(Step other) {
    for (Arm arm = other.arms; arm != null; arm = arm.next) {
      arms = new Arm(this, arm.branch, arm.node, arms);
    }
    other.one = this;
  }

  /** Itself, or the one that took it in. */
  Step one() {
    Step step = this;
    while (step.one != null) {
      step = step.one;
    }
    return step;
  }
}
