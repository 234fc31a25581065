package io.github.logcov.format.jacoco;

import java.util.Arrays;

/**
 * What probes say, as a program: a node is a probe, or holds when any of some nodes before it does.
 * Everything that JaCoCo calls covered is such a node, so what several runs cover together is what
 * any of them covers.
 */
final class FlowNodes {
  /** The node of what no probe can show. */
  static final int NEVER = IntPairs.NONE;

  private static final int[] NO_NODES = {};

  /** Of each node: the probe, or -1. */
  private int[] probes = new int[16];

  /** Of each node: the nodes any of which is enough. */
  private int[][] any = new int[16][];

  private int size;

  int size() {
    return size;
  }

  /** The node of a probe. */
  int probe(int probe) {
    return add(probe, NO_NODES);
  }

  /**
   * The node that holds when any of these does.
   *
   * @param nodes may be {@link #NEVER}, or the same; their order is changed
   */
  int any(int[] nodes) {
    Arrays.sort(nodes);
    int count = 0;
    for (int node : nodes) {
      if (node != NEVER && (count == 0 || nodes[count - 1] != node)) {
        nodes[count++] = node;
      }
    }
    if (count < 2) {
      return count == 0 ? NEVER : nodes[0];
    }
    return add(-1, count == nodes.length ? nodes : Arrays.copyOf(nodes, count));
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
    return this;
  }
}
