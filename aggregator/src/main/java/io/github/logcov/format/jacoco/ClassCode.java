package io.github.logcov.format.jacoco;

import io.github.logcov.model.BranchId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines, arms and methods of a class, and the nodes any of which shows that each ran. Put
 * together method by method, each in the order of its instructions.
 */
final class ClassCode {
  /** Line -> nodes; without line 0. */
  private final IntPairs lines = new IntPairs(64);

  /** Index of an arm, in the order of the instructions -> nodes. */
  private final IntPairs arms = new IntPairs(16);

  /** Line, 0 where the compiler told none -> indexes of its arms. */
  private final IntPairs armsOfLine = new IntPairs(16);

  private int armCount;
  private final List<Method> methods = new ArrayList<>();

  /** Index of a method -> nodes. */
  private final IntPairs nodesOfMethod = new IntPairs(64);

  /** The first line of the method that goes on; 0 where none is known yet. */
  private int firstLine;

  /**
   * A branch of an instruction that has several.
   *
   * @param line 0 where the compiler told none
   * @param id named by the class, and its number among the arms of the class on its line
   * @param nodes those any of which shows that it was taken
   */
  record Arm(int line, BranchId id, int[] nodes) {}

  /**
   * A method with code.
   *
   * @param name with types, such as {@code run(I)V}
   * @param line the first of its lines, 0 where the compiler told none
   */
  record Method(String name, int line) {}

  /**
   * Adds an instruction that decides nothing.
   *
   * @param line of the source, or JaCoCo's -1
   * @param node the one that shows that it ran
   */
  void instruction(int line, int node) {
    nodesOfMethod.add(methods.size(), node);
    if (line > 0) {
      lines.add(line, node);
      firstLine = firstLine == 0 ? line : Math.min(firstLine, line);
    }
  }

  /**
   * Adds an instruction that decides, if it has several branches.
   *
   * @param line of the source, or JaCoCo's -1
   * @param branches branch -> nodes any of which shows that it was taken; sorted
   */
  void decision(int line, IntPairs branches) {
    if (branches.size() == 0) {
      // It is there, but nothing can show that it ran.
      instruction(line, FlowNodes.NEVER);
    }
    for (int i = 0; i < branches.size(); i++) {
      instruction(line, branches.value(i));
    }
    if (branches.countKeys() < 2) {
      return;
    }
    for (int from = 0, end; from < branches.size(); from = end) {
      end = branches.endOfKey(from);
      // Those of line 0 count, too, as JaCoCo counts them.
      armsOfLine.add(Math.max(line, 0), armCount);
      for (int i = from; i < end; i++) {
        arms.add(armCount, branches.value(i));
      }
      armCount++;
    }
  }

  /** Says that the instructions since the last method are those of this one; may be none. */
  void method(String name) {
    // What JaCoCo's filters leave nothing of is no method.
    if (nodesOfMethod.size() > 0 && nodesOfMethod.lastKey() == methods.size()) {
      methods.add(new Method(name, firstLine));
    }
    firstLine = 0;
  }

  /** The same, to be read, with no room to grow. */
  ClassCode complete() {
    lines.sorted().trimmed();
    arms.sorted().trimmed();
    armsOfLine.sorted().trimmed();
    nodesOfMethod.sorted().trimmed();
    return this;
  }

  /** Line -> nodes, sorted; without line 0. */
  IntPairs lines() {
    return lines;
  }

  /**
   * Gives the arms, by line and number.
   *
   * @param className what they are named by
   * @param offset added to each node
   */
  void eachArm(String className, int offset, Consumer<Arm> taker) {
    int[][] nodes = arms.values(offset);
    List<BranchId> ids = new ArrayList<>();
    for (int from = 0, end; from < armsOfLine.size(); from = end) {
      end = armsOfLine.endOfKey(from);
      for (int i = from; i < end; i++) {
        int number = i - from;
        if (number == ids.size()) {
          ids.add(new BranchId("jacoco", className, Integer.toString(number)));
        }
        taker.accept(new Arm(armsOfLine.key(i), ids.get(number), nodes[armsOfLine.value(i)]));
      }
    }
  }

  /** The methods, in the order of the class. */
  List<Method> methods() {
    return methods;
  }

  /** Of each of these {@link #methods} the nodes, with {@code offset} added to each. */
  int[][] nodesOfMethods(int offset) {
    return nodesOfMethod.values(offset);
  }
}
