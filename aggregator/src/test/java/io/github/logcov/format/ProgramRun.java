package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one job really ran of a program that was drawn by lot. A decision has two arms: to the next
 * line, and out of the code.
 *
 * @param ran statements that ran
 * @param taken arms that were taken, as {@code from:to}
 */
public record ProgramRun(Program program, Set<Integer> ran, Set<String> taken) {
  /** The only source file: one that package and file of a Java class can name, too. */
  public static final String PATH = "src/a.py";

  /** Statement lines, and the arms of those that decide; the same in all jobs. */
  public record Program(List<Integer> lines, List<String> arms) {
    /** A program of 1 to 6 lines among the first 30. */
    public static Program random(Random random) {
      List<Integer> lines =
          random.ints(2 + random.nextInt(5), 1, 30).distinct().sorted().boxed().toList();
      List<String> arms =
          lines.stream()
              .filter(line -> random.nextBoolean())
              .flatMap(line -> List.of(line + ":" + (line + 1), line + ":" + -1).stream())
              .toList();
      return new Program(lines, arms);
    }

    /** None, or two. */
    List<String> armsOf(int line) {
      return arms.stream().filter(arm -> arm.startsWith(line + ":")).toList();
    }
  }

  /** Half of the lines, most of their arms. */
  public static ProgramRun random(Program program, Random random) {
    Set<Integer> ran = new TreeSet<>();
    Set<String> taken = new TreeSet<>();
    for (int line : program.lines()) {
      if (random.nextBoolean()) {
        ran.add(line);
        for (String arm : program.armsOf(line)) {
          if (random.nextInt(3) > 0) {
            taken.add(arm);
          }
        }
      }
    }
    return new ProgramRun(program, ran, taken);
  }

  /** 0 or 1. */
  int hits(int line) {
    return ran.contains(line) ? 1 : 0;
  }

  /** 0 or 1. */
  int times(String arm) {
    return taken.contains(arm) ? 1 : 0;
  }

  /** How many arms of a line were taken. */
  int takenOf(int line) {
    return program.armsOf(line).stream().mapToInt(this::times).sum();
  }

  /** What is read of the report that a writer makes of this run. */
  Report in(RunWriter writer) throws Exception {
    byte[] written = writer.write(this);
    Report report = writer.reader(program).read(Fixtures.file(written));
    if (report.warnings().isEmpty() == writer.isOdd(this) || !report.unread().isEmpty()) {
      throw new AssertionError(report + " of " + new String(written, ISO_8859_1));
    }
    return report;
  }
}
