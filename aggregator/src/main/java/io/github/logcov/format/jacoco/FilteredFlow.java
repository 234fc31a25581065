package io.github.logcov.format.jacoco;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jacoco.core.internal.analysis.filter.IFilterOutput;
import org.jacoco.core.internal.analysis.filter.Replacements;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What JaCoCo's filters make of the flow of one method: instructions that the compiler invented are
 * left out, copies of one piece of source are one, decisions are put the way the source has them.
 * The counterpart of its {@code MethodCoverageCalculator}.
 */
final class FilteredFlow implements IFilterOutput {
  private final MethodSteps steps;
  private final Map<Step, Replacements> replaced = new HashMap<>();

  /** With steps whose arms have their nodes. */
  FilteredFlow(MethodSteps steps) {
    this.steps = steps;
  }

  /** Filters give null where a method has no instructions. */
  @Override
  public void ignore(@Nullable AbstractInsnNode from, @Nullable AbstractInsnNode to) {
    for (AbstractInsnNode each = from; each != null; each = each == to ? null : each.getNext()) {
      Step step = steps.of(each);
      if (step != null) {
        step.ignored = true;
      }
    }
  }

  @Override
  public void merge(AbstractInsnNode first, AbstractInsnNode second) {
    Step one = steps.of(first);
    Step other = steps.of(second);
    if (one != null && other != null && one.one() != other.one()) {
      one.one().uniteWith(other.one());
    }
  }

  @Override
  public void replaceBranches(AbstractInsnNode source, Replacements replacements) {
    Step step = steps.of(source);
    if (step != null) {
      replaced.put(step, replacements);
    }
  }

  /** Gives what is left, in the order of the instructions. */
  void giveTo(ClassCode code) {
    IntPairs branches = new IntPairs(4);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step == null || step.ignored || step.one() != step) {
        continue;
      }
      Replacements replacements = replaced.isEmpty() ? null : replaced.get(step);
      Step.Arm only = step.arms;
      if (replacements == null && only != null && only.next == null) {
        code.instruction(step.line, only.node);
        continue;
      }
      branches.clear();
      if (replacements == null) {
        addBranches(step, branches);
      } else {
        addBranches(replacements, branches);
      }
      code.decision(step.line, branches.sorted());
    }
  }

  private static void addBranches(Step step, IntPairs branches) {
    for (Step.Arm arm = step.arms; arm != null; arm = arm.next) {
      branches.add(arm.branch, arm.node);
    }
  }

  private void addBranches(Replacements replacements, IntPairs branches) {
    int branch = 0;
    for (Collection<Replacements.InstructionBranch> sources : replacements.values()) {
      // There even where none of them is.
      branches.add(branch, FlowNodes.NEVER);
      for (Replacements.InstructionBranch source : sources) {
        Step step = steps.of(source.instruction);
        for (Step.Arm arm = step == null ? null : step.one().arms; arm != null; arm = arm.next) {
          if (arm.branch == source.branch) {
            branches.add(branch, arm.node);
          }
        }
      }
      branch++;
    }
  }
}
