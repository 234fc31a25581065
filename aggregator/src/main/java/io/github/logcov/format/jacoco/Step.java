package io.github.logcov.format.jacoco;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instruction of a method while its flow is put together. */
final class Step {
  /** Source line, or JaCoCo's -1 for none. */
  final int line;

  /** The ways out of it: one for most instructions, more where it decides. */
  final List<Arm> arms = new ArrayList<>(1);

  /** The only arm that leads here without a probe; where several meet, JaCoCo puts probes. */
  private @Nullable Arm entry;

  private int open;

  Step(int line) {
    this.line = line;
  }

  /** A way out, to another instruction or through a probe. */
  static final class Arm {
    final Step from;

    /** JaCoCo's number of the branch at its instruction. */
    final int branch;

    /** The probe on it; negative when it leads to an instruction without one. */
    final int probe;

    /** What says whether it was taken, once that is known. */
    int node = FlowNodes.NEVER;

    private Arm(Step from, int branch, int probe) {
      this.from = from;
      this.branch = branch;
      this.probe = probe;
    }
  }

  void leadTo(Step target, int branch) {
    Arm arm = new Arm(this, branch, -1);
    arms.add(arm);
    target.entry = arm;
  }

  void leadThrough(int probe, int branch) {
    arms.add(new Arm(this, branch, probe));
  }

  private int[] nodes() {
    int[] nodes = new int[arms.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = arms.get(i).node;
    }
    return nodes;
  }

  /**
   * Finds out for each arm of these steps which node says that it was taken. From the probes
   * backwards, without recursion: chains of instructions can be very long.
   */
  static void resolve(Iterable<Step> steps, FlowNodes nodes) {
    List<Step> ready = new ArrayList<>();
    for (Step step : steps) {
      for (Arm arm : step.arms) {
        if (arm.probe >= 0) {
          arm.node = nodes.probe(arm.probe);
        } else {
          step.open++;
        }
      }
      if (step.open == 0) {
        ready.add(step);
      }
    }
    while (!ready.isEmpty()) {
      Step step = ready.remove(ready.size() - 1);
      Arm into = step.entry;
      if (into != null) {
        into.node = nodes.any(step.nodes());
        if (--into.from.open == 0) {
          ready.add(into.from);
        }
      }
    }
  }
}
