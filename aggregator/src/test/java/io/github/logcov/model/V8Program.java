package io.github.logcov.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A program of blocks and functions within each other, and what c8 says of its runs: a block is
 * listed where it ran more or less often than what is around it, a function where it ran, and where
 * it did not and has a name. A line has the count of the innermost of these around all of it.
 */
final class V8Program {
  private static final int WIDTH = 40;

  private enum Kind {
    BLOCK,
    NAMED,
    NAMELESS
  }

  private record Node(Span span, Kind kind, List<Node> children) {}

  private final Node root;
  private final int lineCount;
  private int position;
  private final Set<Span> listed = new HashSet<>();
  private final Set<Span> ran = new HashSet<>();
  private final Set<Span> listedAsRun = new HashSet<>();

  V8Program(Random random) {
    List<Node> children = nodes(random, 3);
    lineCount = position / WIDTH + 1;
    root = new Node(span(0, lineCount * WIDTH), Kind.NAMELESS, children);
  }

  private List<Node> nodes(Random random, int depth) {
    List<Node> nodes = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0 && depth > 0; i--) {
      position += step(random);
      int start = position;
      position += step(random);
      List<Node> children = nodes(random, depth - 1);
      position += step(random);
      nodes.add(
          new Node(
              span(start, position), Kind.values()[Math.min(2, random.nextInt(5) / 2)], children));
    }
    position += step(random);
    return nodes;
  }

  /** Short ones stay on their line. */
  private static int step(Random random) {
    return random.nextInt(3) == 0 ? random.nextInt(2 * WIDTH) + 1 : random.nextInt(4) + 1;
  }

  private static Span span(int start, int end) {
    return new Span(at(start), at(end));
  }

  private static long at(int offset) {
    return StatementBlocks.position(offset / WIDTH + 1, offset % WIDTH);
  }

  /** What c8 says of a run. */
  FileFacts run(Random random) {
    FactsBuilder facts = new FactsBuilder(CoverageLimits.DEFAULT);
    long[] lines = new long[lineCount];
    visit(root, 1, -1, random, facts, lines);
    for (int i = 0; i < lines.length; i++) {
      facts.statement(i + 1, 0, i + 1, WIDTH, lines[i]);
    }
    facts.layout(7);
    return facts.build();
  }

  private void visit(
      Node node, long count, long around, Random random, FactsBuilder facts, long[] lines) {
    boolean function = node.kind() != Kind.BLOCK;
    Span span = node.span();
    if (count > 0) {
      ran.add(span);
    }
    if (function ? count > 0 : count != around) {
      listed.add(span);
      facts.range(
          line(span.start()), (int) span.start(), line(span.end()), (int) span.end(), count);
      if (count > 0) {
        listedAsRun.add(span);
      }
    }
    if (node.kind() == Kind.NAMED) {
      facts.functionRange(
          line(span.start()), (int) span.start(), line(span.end()), (int) span.end(), count);
    }
    for (int i = 0; i < lines.length; i++) {
      if (span.start() <= at(i * WIDTH) && span.end() >= StatementBlocks.position(i + 1, WIDTH)
          || span.start() <= at(i * WIDTH) && span.end() == at((i + 1) * WIDTH)) {
        lines[i] = count;
      }
    }
    for (Node child : node.children()) {
      long of = child.kind() == Kind.BLOCK ? count : count * 2;
      long each = count == 0 || random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? of + 1 : of;
      visit(child, each, count, random, facts, lines);
    }
  }

  private static int line(long position) {
    return (int) (position >> 32);
  }

  /** Ranges that any job listed, and any job ran. */
  long listedAndRan() {
    return listed.stream().filter(ran::contains).count();
  }

  /** Ranges that any job listed as run. */
  long listedAsRun() {
    return listedAsRun.size();
  }
}
