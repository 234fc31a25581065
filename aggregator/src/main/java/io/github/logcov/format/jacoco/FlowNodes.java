package io.github.logcov.format.jacoco;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What probes say, as a program: a node is a probe, or holds when any of some nodes before it does.
 * Everything that JaCoCo calls covered is such a node, so what several runs cover together is what
 * any of them covers.
 */
final class FlowNodes {
  /** The node of what no probe can show. */
  static final int NEVER = -1;

  private static final int[] NO_NODES = {};

  /** Of each node: the probe, or -1. */
  private int[] probes = new int[16];

  /** Of each node: the nodes any of which is enough. */
  private int[][] any = new int[16][];

  private int size;
  private final Map<Integer, Integer> byProbe = new HashMap<>();

  int size() {
    return size;
  }

  /** The node of a probe. */
  int probe(int probe) {
    Integer known = byProbe.get(probe);
    if (known == null) {
      known = add(probe, NO_NODES);
      byProbe.put(probe, known);
    }
    return known;
  }

  /** The node that holds when any of these does. */
  int any(int[] nodes) {
    int[] distinct = distinct(nodes);
    return distinct.length == 0 ? NEVER : distinct.length == 1 ? distinct[0] : add(-1, distinct);
  }

  /** Ascending, each once, without {@link #NEVER}. */
  static int[] distinct(int[] nodes) {
    int[] sorted = nodes.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int node : sorted) {
      if (node != NEVER && (count == 0 || sorted[count - 1] != node)) {
        sorted[count++] = node;
      }
    }
    return count == sorted.length ? sorted : Arrays.copyOf(sorted, count);
  }

  private int add(int probe, int[] nodes) {
    if (size == probes.length) {
      probes = Arrays.copyOf(probes, 2 * size);
      any = Arrays.copyOf(any, 2 * size);
    }
    probes[size] = probe;
    any[size] = nodes;
    return size++;
  }

  /**
   * Works out in which runs each node holds: {@code holding} from {@code offset} on, a bit for each
   * run, as in {@code probes}.
   *
   * @param firstProbe where the probes of the class begin
   */
  void evaluate(long[] probes, int firstProbe, long[] holding, int offset) {
    for (int node = 0; node < size; node++) {
      holding[offset + node] =
          this.probes[node] >= 0
              ? probes[firstProbe + this.probes[node]]
              : anyOf(any[node], holding, offset);
    }
  }

  private static long anyOf(int[] nodes, long[] holding, int offset) {
    long runs = 0;
    for (int node : nodes) {
      runs |= holding[offset + node];
    }
    return runs;
  }

  /** The same, with no room to grow. */
  FlowNodes trimmed() {
    probes = Arrays.copyOf(probes, size);
    any = Arrays.copyOf(any, size);
    byProbe.clear();
    return this;
  }
}
