package io.github.logcov.format.jacoco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jacoco.core.internal.analysis.filter.IFilterOutput;
import org.jacoco.core.internal.analysis.filter.Replacements;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What JaCoCo's filters make of the flow of one method: instructions that the compiler invented are
 * left out, copies of one piece of source are one, decisions are put the way the source has them.
 * The counterpart of its {@code MethodCoverageCalculator}.
 */
final class FilteredFlow implements IFilterOutput {
  private final Map<AbstractInsnNode, Step> steps;
  private final Set<AbstractInsnNode> ignored = new HashSet<>();
  private final Map<AbstractInsnNode, AbstractInsnNode> merged = new HashMap<>();
  private final Map<AbstractInsnNode, Replacements> replaced = new HashMap<>();

  FilteredFlow(Map<AbstractInsnNode, Step> steps) {
    this.steps = steps;
  }

  @Override
  public void ignore(AbstractInsnNode from, AbstractInsnNode to) {
    for (AbstractInsnNode each = from; each != to; each = each.getNext()) {
      ignored.add(each);
    }
    ignored.add(to);
  }

  @Override
  public void merge(AbstractInsnNode first, AbstractInsnNode second) {
    AbstractInsnNode one = representative(first);
    AbstractInsnNode other = representative(second);
    if (one != other) {
      merged.put(other, one);
    }
  }

  @Override
  public void replaceBranches(AbstractInsnNode source, Replacements replacements) {
    replaced.put(source, replacements);
  }

  private AbstractInsnNode representative(AbstractInsnNode node) {
    AbstractInsnNode at = node;
    for (AbstractInsnNode next = merged.get(at); next != null; next = merged.get(at)) {
      at = next;
    }
    return at;
  }

  /** Takes the instructions that count. */
  interface Taker {
    /**
     * One instruction.
     *
     * @param line of the source, or JaCoCo's -1
     * @param arms of each branch the nodes any of which shows that it was taken
     */
    void take(int line, List<int[]> arms);
  }

  /** Gives what is left, in the order of the instructions. */
  void forEach(Taker taker) {
    Map<AbstractInsnNode, SortedMap<Integer, int[]>> united = united();
    for (Map.Entry<AbstractInsnNode, Step> entry : steps.entrySet()) {
      AbstractInsnNode node = entry.getKey();
      if (!ignored.contains(node) && !merged.containsKey(node)) {
        Step step = entry.getValue();
        taker.take(step.line, united.isEmpty() ? arms(step) : arms(node, united));
      }
    }
  }

  /** The arms by branch, of those that are one together; of most methods nobody has to know. */
  private Map<AbstractInsnNode, SortedMap<Integer, int[]>> united() {
    if (merged.isEmpty() && replaced.isEmpty()) {
      return Map.of();
    }
    Map<AbstractInsnNode, SortedMap<Integer, int[]>> united = new HashMap<>();
    steps.forEach(
        (node, step) ->
            addArms(step, united.computeIfAbsent(representative(node), key -> new TreeMap<>())));
    return united;
  }

  private static List<int[]> arms(Step step) {
    if (step.arms.size() == 1) {
      return List.of(FlowNodes.distinct(new int[] {step.arms.get(0).node}));
    }
    SortedMap<Integer, int[]> arms = new TreeMap<>();
    addArms(step, arms);
    return List.copyOf(arms.values());
  }

  private static void addArms(Step step, SortedMap<Integer, int[]> arms) {
    for (Step.Arm arm : step.arms) {
      arms.merge(arm.branch, FlowNodes.distinct(new int[] {arm.node}), FilteredFlow::both);
    }
  }

  private List<int[]> arms(
      AbstractInsnNode node, Map<AbstractInsnNode, SortedMap<Integer, int[]>> united) {
    Replacements replacements = replaced.get(node);
    if (replacements == null) {
      return List.copyOf(arms(united, node).values());
    }
    List<int[]> arms = new ArrayList<>();
    for (Collection<Replacements.InstructionBranch> sources : replacements.values()) {
      int[] arm = {};
      for (Replacements.InstructionBranch source : sources) {
        int[] taken = arms(united, source.instruction).get(source.branch);
        arm = taken == null ? arm : both(arm, taken);
      }
      arms.add(arm);
    }
    return arms;
  }

  private SortedMap<Integer, int[]> arms(
      Map<AbstractInsnNode, SortedMap<Integer, int[]>> united, AbstractInsnNode node) {
    return united.getOrDefault(representative(node), new TreeMap<>());
  }

  private static int[] both(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return FlowNodes.distinct(both);
  }
}
