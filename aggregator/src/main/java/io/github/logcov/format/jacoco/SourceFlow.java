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
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** The word where the probes of each class begin among those of all. */
  private final int[] offsets;

  /** Words that the probes of all classes take. */
  private final int size;

  private final int[] lines;
  private final ProbeSets probesOfLines;
  private final int[] armLines;
  private final BranchId[] arms;
  private final ProbeSets probesOfArms;
  private final FunctionId[] methods;
  private final int[] methodLines;
  private final ProbeSets probesOfMethods;

  /**
   * Probes of each class -> their facts: most jobs of a matrix run the same of most files, and many
   * files not at all.
   */
  private final Map<List<BitSet>, FileFacts> known = new ConcurrentHashMap<>();

  private volatile @Nullable FileFacts withoutCounts;

  private record OwnArm(int line, BranchId id, ProbeSets.OfClass probes) {}

  private record OwnMethod(FunctionId id, int line, ProbeSets.OfClass probes) {
    /** The line where it tells methods apart, else 0: those that are known by name come first. */
    int lineOfId() {
      return id.kind() == FunctionId.Kind.NAME ? 0 : line;
    }
  }

  /** Of the classes that have one source file; in the order of their names. */
  SourceFlow(List<ClassFlow> classes) {
    ids = classes.stream().mapToLong(ClassFlow::id).toArray();
    offsets = new int[classes.size()];
    SortedMap<Integer, List<ProbeSets.OfClass>> byLine = new TreeMap<>();
    List<OwnArm> named = new ArrayList<>();
    List<OwnMethod> ran = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < classes.size(); i++) {
      offsets[i] = offset;
      collect(classes.get(i), offset, byLine, named, ran);
      offset += (classes.get(i).probes() + Long.SIZE - 1) / Long.SIZE;
    }
    size = offset;
    lines = byLine.keySet().stream().mapToInt(line -> line).toArray();
    probesOfLines = new ProbeSets(List.copyOf(byLine.values()));
    named.sort(Comparator.comparingInt(OwnArm::line).thenComparing(OwnArm::id));
    armLines = named.stream().mapToInt(OwnArm::line).toArray();
    arms = named.stream().map(OwnArm::id).toArray(BranchId[]::new);
    probesOfArms = new ProbeSets(named.stream().map(arm -> List.of(arm.probes())).toList());
    ran.sort(Comparator.comparingInt(OwnMethod::lineOfId).thenComparing(OwnMethod::id));
    methods = ran.stream().map(OwnMethod::id).toArray(FunctionId[]::new);
    methodLines = ran.stream().mapToInt(OwnMethod::line).toArray();
    probesOfMethods = new ProbeSets(ran.stream().map(method -> List.of(method.probes())).toList());
  }

  private static void collect(
      ClassFlow flow,
      int offset,
      SortedMap<Integer, List<ProbeSets.OfClass>> byLine,
      List<OwnArm> arms,
      List<OwnMethod> methods) {
    BitSet[] shownBy = flow.nodes().shownBy();
    for (ClassFlow.Line line : flow.lines()) {
      byLine
          .computeIfAbsent(line.line(), key -> new ArrayList<>())
          .add(probes(offset, line.nodes(), shownBy));
    }
    for (ClassFlow.Arm arm : flow.arms()) {
      arms.add(new OwnArm(arm.line(), arm.id(), probes(offset, arm.nodes(), shownBy)));
    }
    MethodNames names = new MethodNames(flow.name());
    for (ClassFlow.Method method : flow.methods()) {
      FunctionId id = names.of(method.name(), method.line());
      methods.add(new OwnMethod(id, method.line(), probes(offset, method.nodes(), shownBy)));
    }
  }

  private static ProbeSets.OfClass probes(int offset, int[] nodes, BitSet[] shownBy) {
    if (nodes.length == 1) {
      return new ProbeSets.OfClass(offset, shownBy[nodes[0]]);
    }
    BitSet probes = new BitSet();
    for (int node : nodes) {
      probes.or(shownBy[node]);
    }
    return new ProbeSets.OfClass(offset, probes);
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
    long[] executed = new long[size];
    for (int i = 0; i < offsets.length; i++) {
      long[] ofClass = probes.get(i).toLongArray();
      System.arraycopy(ofClass, 0, executed, offsets[i], ofClass.length);
    }
    return withoutCounts(limits)
        .withCounts(
            probesOfLines.counts(executed),
            probesOfArms.counts(executed),
            probesOfMethods.counts(executed));
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
}
