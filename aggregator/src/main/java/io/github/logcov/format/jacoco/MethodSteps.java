package io.github.logcov.format.jacoco;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;

/** The steps of one method, by its instructions: those and labels, frames, lines have an index. */
final class MethodSteps {
  private final InsnList instructions;
  private final @Nullable Step[] steps;

  MethodSteps(InsnList instructions) {
    this.instructions = instructions;
    steps = new Step[instructions.size()];
  }

  int size() {
    return steps.length;
  }

  AbstractInsnNode instruction(int index) {
    return instructions.get(index);
  }

  void put(int index, Step step) {
    steps[index] = step;
  }

  /** The step of the instruction there; null for what is none, such as a label. */
  @Nullable Step get(int index) {
    return steps[index];
  }

  /** As {@link #get}. */
  @Nullable Step of(AbstractInsnNode instruction) {
    return steps[instructions.indexOf(instruction)];
  }

  /** The step of the first instruction from this label on. */
  Step from(AbstractInsnNode label) {
    for (int i = instructions.indexOf(label); i < steps.length; i++) {
      Step step = steps[i];
      if (step != null) {
        return step;
      }
    }
    throw new IllegalStateException("a jump leads nowhere");
  }

  /**
   * Finds out for each arm which node says that it was taken. From the probes backwards, without
   * recursion: chains of instructions can be very long.
   */
  void resolve(FlowNodes nodes) {
    for (Step last : steps) {
      for (Step step = last; step != null && step.isReady(); ) {
        step = step.tellBefore(nodes);
      }
    }
  }
}
