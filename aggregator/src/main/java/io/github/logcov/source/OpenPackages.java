package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import io.github.logcov.source.Placement.Placed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Files that reports name by their packages, and that are placed but for their module: that is told
 * when all reports are there.
 */
final class OpenPackages {
  private final int firstNumber;
  private final ModuleNames modules = new ModuleNames();
  private final Map<Packages, Waiting> waiting = new HashMap<>();
  private int size;

  /** What reports of packages speak of: a module, when it is known which. */
  record Owner(Optional<RawPath> module) {
    /** Empty for a report that names files. */
    static Optional<Owner> of(ReportOrigin origin) {
      return switch (origin.naming()) {
        case FILES -> Optional.empty();
        case PACKAGES -> Optional.of(new Owner(Optional.empty()));
        case PACKAGES_OF_MODULE ->
            Optional.of(new Owner(new ReportModule(origin.reportPath()).folder()));
      };
    }
  }

  private record Packages(Owner owner, PathRule rule) {}

  private record Waiting(int number, Set<SourcePath> paths) {}

  /**
   * Without any as yet.
   *
   * @param firstNumber the {@link OpenPath#layout} of the first ones; others have smaller numbers
   */
  OpenPackages(int firstNumber) {
    this.firstNumber = firstNumber;
  }

  /** Whether a file that a report names by its package waits: one below no root, or below one. */
  static boolean waits(Placed file) {
    return file.rule() == PathRule.RELATIVE || file.rule() == PathRule.SOURCE_ROOT;
  }

  /** Lets it wait. */
  OpenPath add(Owner owner, Placed file) {
    Packages key = new Packages(owner, file.rule());
    Waiting of =
        waiting.computeIfAbsent(
            key, k -> new Waiting(firstNumber - waiting.size(), new HashSet<>()));
    if (of.paths().add(file.path())) {
      name(owner, file);
      size++;
    }
    return new OpenPath(of.number(), file.path().value());
  }

  /** Says that reports of that module name the file. */
  void name(Owner owner, Placed file) {
    modules.add(file.path(), owner.module());
  }

  /** Where it lies as far as its module says; to be asked when all reports are there. */
  Placement settled(Owner owner, Placed file) {
    return modules.of(file, owner.module());
  }

  /** Tells of all that wait where they lie; to be asked when all reports are there. */
  void settle(BiConsumer<OpenPath, Placement> places) {
    waiting.forEach(
        (key, of) -> {
          for (SourcePath path : of.paths()) {
            places.accept(
                new OpenPath(of.number(), path.value()),
                settled(key.owner(), new Placed(path, key.rule())));
          }
        });
  }

  /** How many wait. */
  int size() {
    return size;
  }
}
