package io.github.logcov.format.jacoco;

import io.github.logcov.model.BranchId;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.FunctionId;
import io.github.logcov.model.ProbedSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    int count = classes.size();
    nodes = new FlowNodes[count];
    offsets = new int[count];
    firstProbes = new int[count];
    IntPairs allLines = new IntPairs(64);
    List<ClassCode.Arm> named = new ArrayList<>();
    List<OwnMethod> ran = new ArrayList<>();
    int offset = 0;
    int word = 0;
    for (int i = 0; i < count; i++) {
      ClassFlow each = classes.get(i);
      nodes[i] = each.nodes();
      offsets[i] = offset;
      firstProbes[i] = word * Long.SIZE;
      word += words(each);
      allLines.addAll(each.code().lines(), offset);
      each.code().eachArm(each.name(), offset, named::add);
      collectMethods(each, offset, ran);
      offset += each.nodes().size();
    }
    size = offset;
    noProbes = new long[word];
    allLines.sorted();
    lines = allLines.keys();
    nodesOfLine = allLines.values(0);
    named.sort(Comparator.comparingInt(ClassCode.Arm::line).thenComparing(ClassCode.Arm::id));
    armLines = new int[named.size()];
    arms = new BranchId[named.size()];
    nodesOfArm = new int[named.size()][];
    for (int i = 0; i < arms.length; i++) {
      armLines[i] = named.get(i).line();
      arms[i] = named.get(i).id();
      nodesOfArm[i] = named.get(i).nodes();
    }
    ran.sort(Comparator.comparingInt(OwnMethod::lineOfId).thenComparing(OwnMethod::id));
    methods = new FunctionId[ran.size()];
    methodLines = new int[ran.size()];
    nodesOfMethod = new int[ran.size()][];
    for (int i = 0; i < methods.length; i++) {
      methods[i] = ran.get(i).id();
      methodLines[i] = ran.get(i).line();
      nodesOfMethod[i] = ran.get(i).nodes();
    }
  }

  private static void collectMethods(ClassFlow flow, int offset, List<OwnMethod> to) {
    MethodNames names = new MethodNames(flow.name());
    List<ClassCode.Method> own = flow.code().methods();
    int[][] nodes = flow.code().nodesOfMethods(offset);
    for (int i = 0; i < nodes.length; i++) {
      ClassCode.Method method = own.get(i);
      FunctionId id = names.of(method.name(), method.line());
      to.add(new OwnMethod(id, method.line(), nodes[i]));
    }
  }

  /** How many words of 64 probes a class has. */
  static int words(ClassFlow flow) {
    return (flow.probes() + Long.SIZE - 1) / Long.SIZE;
  }

  /**
   * The words of all classes, each of which begins with one, without any probe; not to be changed.
   */
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
