package io.github.logcov.format.jacoco;

import io.github.logcov.model.BranchId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jacoco.core.analysis.ISourceNode;
import org.jacoco.core.internal.data.CRC64;
import org.jacoco.core.internal.flow.ClassProbesAdapter;
import org.jacoco.core.internal.instr.InstrSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What the probes of one class say of its source.
 *
 * @param name name of the class in the VM, such as {@code com/foo/A$1}
 * @param id JaCoCo's identity of the class: CRC-64 of its bytes
 * @param probes number of its probes
 * @param path package and name of the source file, such as {@code com/foo/A.java}; empty when the
 *     class does not say
 * @param nodes what its probes say
 * @param lines those with code, ascending
 * @param arms those of instructions that decide, in the order of these
 * @param methods those with code
 */
record ClassFlow(
    String name,
    long id,
    int probes,
    Optional<String> path,
    FlowNodes nodes,
    List<Line> lines,
    List<Arm> arms,
    List<Method> methods) {

  /**
   * A line, 1 or more.
   *
   * @param nodes those any of which shows that it ran
   */
  record Line(int line, int[] nodes) {}

  /**
   * A branch of an instruction that has several.
   *
   * @param line 0 where the compiler told none
   * @param id named by the class, and its number among the arms of the class on its line
   * @param nodes those any of which shows that it was taken
   */
  record Arm(int line, BranchId id, int[] nodes) {}

  /**
   * An instruction.
   *
   * @param line of the source, 0 where the compiler told none
   * @param arms of each branch (one, where it decides nothing) the nodes that show it was taken
   */
  private record Part(int line, List<int[]> arms) {}

  /**
   * A method.
   *
   * @param name with types, such as {@code run(I)V}
   * @param line the first of its lines, 0 where the compiler told none
   * @param nodes those any of which shows that it ran
   */
  record Method(String name, int line, int[] nodes) {
    private static Method of(String name, List<Part> parts) {
      int line = parts.stream().mapToInt(Part::line).filter(l -> l > 0).min().orElse(0);
      int[] nodes =
          parts.stream()
              .flatMap(part -> part.arms().stream())
              .flatMapToInt(IntStream::of)
              .toArray();
      return new Method(name, line, FlowNodes.distinct(nodes));
    }
  }

  /** The same without lines, arms and methods, which take the most room. */
  ClassFlow withoutCode() {
    return new ClassFlow(name, id, probes, path, nodes, List.of(), List.of(), List.of());
  }

  /**
   * Analyses a class file.
   *
   * @return nothing for what JaCoCo leaves out: modules and packages
   * @throws IllegalArgumentException when it is no class file, or newer than JaCoCo knows
   */
  static Optional<ClassFlow> of(byte[] file) {
    try {
      ClassReader reader = InstrSupport.classReaderFor(file);
      boolean noCode =
          (reader.getAccess() & Opcodes.ACC_MODULE) != 0
              || reader.getClassName().endsWith("/package-info");
      return noCode ? Optional.empty() : Optional.of(analysed(reader, CRC64.classId(file)));
    } catch (RuntimeException e) {
      // ASM runs over the ends of arrays when a file makes no sense.
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static ClassFlow analysed(ClassReader reader, long id) {
    FlowNodes nodes = new FlowNodes();
    List<Part> parts = new ArrayList<>();
    List<Method> methods = new ArrayList<>();
    int[] partsOfMethods = {0};
    ClassFlowVisitor visitor =
        new ClassFlowVisitor(
            reader.getClassName(),
            steps -> Step.resolve(steps, nodes),
            (line, arms) -> parts.add(new Part(line == ISourceNode.UNKNOWN_LINE ? 0 : line, arms)),
            method -> {
              int first = partsOfMethods[0];
              partsOfMethods[0] = parts.size();
              // What JaCoCo's filters leave nothing of is no method.
              if (first < parts.size()) {
                methods.add(Method.of(method, parts.subList(first, parts.size())));
              }
            });
    reader.accept(new ClassProbesAdapter(visitor, false), 0);
    String name = reader.getClassName();
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    return new ClassFlow(
        name,
        id,
        visitor.probes(),
        visitor.source().map(source -> folder + source),
        nodes.trimmed(),
        lines(parts),
        arms(name, parts),
        methods);
  }

  private static List<Line> lines(List<Part> parts) {
    SortedMap<Integer, BitSet> nodesOf = new TreeMap<>();
    for (Part part : parts) {
      // Line 0 stands for code without line numbers.
      if (part.line() > 0) {
        BitSet nodes = nodesOf.computeIfAbsent(part.line(), line -> new BitSet());
        part.arms().forEach(arm -> IntStream.of(arm).forEach(nodes::set));
      }
    }
    List<Line> lines = new ArrayList<>(nodesOf.size());
    nodesOf.forEach((line, nodes) -> lines.add(new Line(line, nodes.stream().toArray())));
    return lines;
  }

  /** Those of line 0 count, too, as JaCoCo counts them. */
  private static List<Arm> arms(String className, List<Part> parts) {
    List<Arm> arms = new ArrayList<>();
    Map<Integer, Integer> onLine = new HashMap<>();
    for (Part part : parts) {
      if (part.arms().size() > 1) {
        for (int[] nodes : part.arms()) {
          int number = onLine.merge(part.line(), 1, Integer::sum) - 1;
          BranchId id = new BranchId("jacoco", className, Integer.toString(number));
          arms.add(new Arm(part.line(), id, nodes));
        }
      }
    }
    return arms;
  }
}
