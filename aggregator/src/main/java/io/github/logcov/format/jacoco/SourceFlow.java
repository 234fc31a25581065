package io.github.logcov.format.jacoco;

import io.github.logcov.model.BranchId;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.FunctionId;
import io.github.logcov.model.ProbedSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the probes of all classes of one source file say of its lines: columns, in the order in
 * which facts are kept, so that many sets of probes are turned into facts at little cost.
 */
final class SourceFlow implements ProbedSource {
  private final FlowNodes[] nodes;

  /** Where the nodes of each class begin among the nodes of all. */
  private final int[] offsets;

  /** Where the probes of each class begin among the probes of all. */
  private final int[] firstProbes;

  private final long[] noProbes;

  /** Nodes of all classes. */
  private final int size;

  private final int[] lines;
  private final int[][] nodesOfLine;
  private final int[] armLines;
  private final BranchId[] arms;
  private final int[][] nodesOfArm;
  private final FunctionId[] methods;
  private final int[] methodLines;
  private final int[][] nodesOfMethod;

  private record OwnMethod(FunctionId id, int line, int[] nodes) {
    /** The line where it tells methods apart, else 0: those that are known by name come first. */
    int lineOfId() {
      return id.kind() == FunctionId.Kind.NAME ? 0 : line;
    }
  }

  /** Of the classes that have one source file; in the order of their names. */
  SourceFlow(List<ClassFlow> classes) {
    nodes = classes.stream().map(ClassFlow::nodes).toArray(FlowNodes[]::new);
    offsets = new int[classes.size()];
    firstProbes = new int[classes.size()];
    SortedMap<Integer, int[]> byLine = new TreeMap<>();
    List<ClassFlow.Arm> named = new ArrayList<>();
    List<OwnMethod> ran = new ArrayList<>();
    int offset = 0;
    int word = 0;
    for (int i = 0; i < classes.size(); i++) {
      offsets[i] = offset;
      firstProbes[i] = word * Long.SIZE;
      word += words(classes.get(i));
      collect(classes.get(i), offset, byLine, named);
      collectMethods(classes.get(i), offset, ran);
      offset += classes.get(i).nodes().size();
    }
    size = offset;
    noProbes = new long[word];
    lines = byLine.keySet().stream().mapToInt(line -> line).toArray();
    nodesOfLine = byLine.values().toArray(int[][]::new);
    named.sort(Comparator.comparingInt(ClassFlow.Arm::line).thenComparing(ClassFlow.Arm::id));
    armLines = named.stream().mapToInt(ClassFlow.Arm::line).toArray();
    arms = named.stream().map(ClassFlow.Arm::id).toArray(BranchId[]::new);
    nodesOfArm = named.stream().map(ClassFlow.Arm::nodes).toArray(int[][]::new);
    ran.sort(Comparator.comparingInt(OwnMethod::lineOfId).thenComparing(OwnMethod::id));
    methods = ran.stream().map(OwnMethod::id).toArray(FunctionId[]::new);
    methodLines = ran.stream().mapToInt(OwnMethod::line).toArray();
    nodesOfMethod = ran.stream().map(OwnMethod::nodes).toArray(int[][]::new);
  }

  private static void collect(
      ClassFlow flow, int offset, SortedMap<Integer, int[]> byLine, List<ClassFlow.Arm> arms) {
    for (ClassFlow.Line line : flow.lines()) {
      byLine.merge(line.line(), moved(line.nodes(), offset), SourceFlow::concatenated);
    }
    for (ClassFlow.Arm arm : flow.arms()) {
      arms.add(new ClassFlow.Arm(arm.line(), arm.id(), moved(arm.nodes(), offset)));
    }
  }

  private static void collectMethods(ClassFlow flow, int offset, List<OwnMethod> methods) {
    MethodNames names = new MethodNames(flow.name());
    for (ClassFlow.Method method : flow.methods()) {
      FunctionId id = names.of(method.name(), method.line());
      methods.add(new OwnMethod(id, method.line(), moved(method.nodes(), offset)));
    }
  }

  private static int[] moved(int[] nodes, int offset) {
    if (offset == 0) {
      return nodes;
    }
    int[] moved = new int[nodes.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = nodes[i] + offset;
    }
    return moved;
  }

  private static int[] concatenated(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** How many words of 64 probes a class has. */
  static int words(ClassFlow flow) {
    return (flow.probes() + Long.SIZE - 1) / Long.SIZE;
  }

  /** The same of all classes together, each of which begins with a word. */
  int words() {
    return noProbes.length;
  }

  /** So many words, without any probe; not to be changed. */
  long[] noProbes() {
    return noProbes;
  }

  /** What all runs have in common: the lines, arms and methods, none of which ran. */
  FileFacts notRun(CoverageLimits limits) {
    FactsBuilder facts = new FactsBuilder(limits);
    facts.lines(lines, new long[lines.length], lines.length);
    facts.arms(armLines, arms, new long[arms.length], arms.length);
    facts.measuresFunctions();
    for (int i = 0; i < methods.length; i++) {
      facts.function(methods[i], methodLines[i], 0);
    }
    return facts.build();
  }

  @Override
  public Covered covered(long[] probes) {
    long[] holding = new long[size];
    for (int i = 0; i < offsets.length; i++) {
      nodes[i].evaluate(probes, firstProbes[i], holding, offsets[i]);
    }
    return new Covered(
        any(nodesOfLine, holding), any(nodesOfArm, holding), any(nodesOfMethod, holding));
  }

  /** Of each the runs in which any of its nodes holds. */
  private static long[] any(int[][] nodes, long[] holding) {
    long[] runs = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      for (int node : nodes[i]) {
        runs[i] |= holding[node];
      }
    }
    return runs;
  }
}
