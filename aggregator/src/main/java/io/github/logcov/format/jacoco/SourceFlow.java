package io.github.logcov.format.jacoco;

import io.github.logcov.model.BranchId;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.FunctionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of all classes of one source file say of its lines: columns, in the order in
 * which facts are kept, so that many sets of probes are turned into facts at little cost.
 */
final class SourceFlow {
  private static final BitSet NOT_RUN = new BitSet();

  /** Few, since each takes as much room as one job's facts. */
  private static final int MAX_KNOWN = 4;

  private final long[] ids;
  private final FlowNodes[] nodes;

  /** Where the nodes of each class begin among the nodes of all. */
  private final int[] offsets;

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

  /**
   * Probes of each class -> their facts: most jobs of a matrix run the same of most files, and many
   * files not at all.
   */
  private final Map<List<BitSet>, FileFacts> known = new ConcurrentHashMap<>();

  private volatile @Nullable FileFacts withoutCounts;

  private record OwnMethod(FunctionId id, int line, int[] nodes) {
    /** The line where it tells methods apart, else 0: those that are known by name come first. */
    int lineOfId() {
      return id.kind() == FunctionId.Kind.NAME ? 0 : line;
    }
  }

  /** Of the classes that have one source file; in the order of their names. */
  SourceFlow(List<ClassFlow> classes) {
    int count = classes.size();
    ids = new long[count];
    nodes = new FlowNodes[count];
    offsets = new int[count];
    IntPairs allLines = new IntPairs(64);
    List<ClassCode.Arm> named = new ArrayList<>();
    List<OwnMethod> ran = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < count; i++) {
      ClassFlow each = classes.get(i);
      ids[i] = each.id();
      nodes[i] = each.nodes();
      offsets[i] = offset;
      allLines.addAll(each.code().lines(), offset);
      each.code().eachArm(each.name(), offset, named::add);
      collectMethods(each, offset, ran);
      offset += each.nodes().size();
    }
    size = offset;
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

  /** The facts that these probes (class id -> executed ones) give; classes may be missing. */
  FileFacts facts(Map<Long, BitSet> executed, CoverageLimits limits) {
    List<BitSet> probes = new ArrayList<>(ids.length);
    for (long id : ids) {
      probes.add(executed.getOrDefault(id, NOT_RUN));
    }
    FileFacts same = known.get(probes);
    if (same != null) {
      return same;
    }
    FileFacts facts = evaluated(probes, limits);
    if (known.size() < MAX_KNOWN) {
      known.put(probes, facts);
    }
    return facts;
  }

  private FileFacts evaluated(List<BitSet> probes, CoverageLimits limits) {
    boolean[] holding = new boolean[size];
    for (int i = 0; i < offsets.length; i++) {
      nodes[i].evaluate(probes.get(i), holding, offsets[i]);
    }
    return withoutCounts(limits)
        .withCounts(
            ran(nodesOfLine, holding), ran(nodesOfArm, holding), ran(nodesOfMethod, holding));
  }

  /** What all runs have in common; made once, since it is the most of the work. */
  private FileFacts withoutCounts(CoverageLimits limits) {
    FileFacts made = withoutCounts;
    if (made == null) {
      FactsBuilder facts = new FactsBuilder(limits);
      facts.lines(lines, new long[lines.length], lines.length);
      facts.arms(armLines, arms, new long[arms.length], arms.length);
      facts.measuresFunctions();
      for (int i = 0; i < methods.length; i++) {
        facts.function(methods[i], methodLines[i], 0);
      }
      made = facts.build();
      withoutCounts = made;
    }
    return made;
  }

  /** Of each the count that JaCoCo gives: 1 where any of its nodes holds, else 0. */
  private static long[] ran(int[][] nodes, boolean[] holding) {
    long[] counts = new long[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      counts[i] = holds(nodes[i], holding) ? 1 : 0;
    }
    return counts;
  }

  private static boolean holds(int[] nodes, boolean[] holding) {
    for (int node : nodes) {
      if (holding[node]) {
        return true;
      }
    }
    return false;
  }
}
