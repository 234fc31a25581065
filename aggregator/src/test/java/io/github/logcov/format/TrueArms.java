package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.format.ProgramRun.Program;
import io.github.logcov.format.RunWriter.Arms;
import io.github.logcov.model.ArmBounds;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The arms that jobs really took, as far as their formats can tell of them, held against what is
 * said of their union.
 */
final class TrueArms {
  private final Program program;
  private final Set<Arms> kinds = EnumSet.noneOf(Arms.class);
  private final Set<String> writers = new TreeSet<>();
  private final Set<String> taken = new TreeSet<>();
  private final Map<String, Set<String>> byNames = new TreeMap<>();

  TrueArms(Program program) {
    this.program = program;
  }

  /** A run that was reported so. */
  void add(ProgramRun run, RunWriter writer) {
    if (writer.arms() == Arms.NONE) {
      return;
    }
    kinds.add(writer.arms());
    writers.add(writer.label());
    taken.addAll(run.taken());
    if (writer.arms() == Arms.NAMED) {
      byNames.computeIfAbsent(writer.namesOfArms(), key -> new TreeSet<>()).addAll(run.taken());
    }
  }

  void check(ArmBounds arms) {
    if (kinds.isEmpty()) {
      assertThat(arms).isEqualTo(new ArmBounds(0, 0, 0));
    } else if (byNames.size() > 1) {
      // Nobody can say which arm of the one is which of the other: they stand side by side.
      long sum = byNames.values().stream().mapToLong(Set::size).sum();
      long total = (long) program.arms().size() * byNames.size();
      assertThat(arms).isEqualTo(new ArmBounds(sum, sum, total));
    } else {
      assertThat(arms.total()).isEqualTo(program.arms().size());
      assertThat((long) taken.size()).isBetween(arms.lower(), arms.upper());
      if (writers.size() == 1 && !kinds.contains(Arms.COUNTED)) {
        assertThat(arms.isExact()).isTrue();
      }
    }
  }
}
