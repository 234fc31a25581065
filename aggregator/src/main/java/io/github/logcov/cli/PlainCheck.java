package io.github.logcov.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code logcov check} with arguments as most people write them, read without picocli: to load that
 * and to fill its model takes a third of the time of a small build.
 *
 * <p>What is not as plain (help, bounds, an unknown option, one that is given twice or without its
 * value, an empty value) is left to picocli, which reads all arguments from the beginning and says
 * what is wrong with them. So an option that is missing below is slower, and nothing else; a test
 * holds both against each other on random arguments.
 */
final class PlainCheck {
  private final CheckCommand check;
  private final Set<String> given = new HashSet<>();

  private PlainCheck(Console console) {
    check = new CheckCommand(console);
  }

  /** The command with its options; empty when picocli is to read the arguments. */
  static Optional<CheckCommand> read(List<String> args, Console console) {
    if (args.isEmpty() || !args.get(0).equals("check")) {
      return Optional.empty();
    }
    PlainCheck plain = new PlainCheck(console);
    return plain.takeAll(args.subList(1, args.size()))
        ? Optional.of(plain.check)
        : Optional.empty();
  }

  private boolean takeAll(List<String> args) {
    int next = 0;
    while (next < args.size()) {
      String option = args.get(next++);
      int equals = option.indexOf('=');
      int behind = next;
      while (behind < args.size() && isValue(args.get(behind))) {
        behind++;
      }
      boolean taken =
          equals < 0
              ? take(option, args.subList(next, behind))
              : behind == next
                  && isValue(option.substring(equals + 1))
                  && take(option.substring(0, equals), List.of(option.substring(equals + 1)));
      if (!taken) {
        return false;
      }
      next = behind;
    }
    return true;
  }

  /** What picocli gives a meaning of its own is none: options, quotes, nothing. */
  private static boolean isValue(String text) {
    return !text.isEmpty() && text.charAt(0) != '-' && text.indexOf('"') < 0;
  }

  private boolean take(String option, List<String> values) {
    @Nullable List<String> repeatable = repeatable(option);
    if (repeatable != null) {
      repeatable.addAll(values);
      return values.size() == 1 || (option.equals("--logs") && !values.isEmpty());
    }
    return given.add(option)
        && (values.isEmpty() ? flag(option) : values.size() == 1 && single(option, values.get(0)));
  }

  private @Nullable List<String> repeatable(String option) {
    return switch (option) {
      case "--classes" -> check.jacoco.classes;
      case "--exclude" -> check.excludes;
      case "--explain" -> check.insights.explain;
      case "--flag" -> check.flags;
      case "--include" -> check.includes;
      case "--job" -> check.logs.choice.jobs;
      case "--logs" -> check.logs.logs;
      case "--no-coverage-job" -> check.requirements.noCoverageJobs;
      case "--optional-job" -> check.requirements.optionalJobs;
      case "--path-map" -> check.paths.pathMaps;
      case "--report" -> check.reports.reports;
      case "--skip-job" -> check.logs.choice.skipJobs;
      case "--sources" -> check.jacoco.sources;
      case "--stage" -> check.logs.choice.stages;
      default -> null;
    };
  }

  /** Sets an option with one value; false when there is none of this name. */
  private boolean single(String option, String value) {
    switch (option) {
      case "--api-url" -> check.logs.api.apiUrl = value;
      case "--build" -> check.logs.api.build = value;
      case "--json" -> check.reports.json = value;
      case "--max-missed-lines" -> check.maxMissedLines = value;
      case "--min-branch" -> check.minBranch = value;
      case "--min-combined" -> check.minCombined = value;
      case "--min-file-line" -> check.minFileLine = value;
      case "--min-line" -> check.minLine = value;
      case "--poll" -> check.logs.waiting.poll = value;
      case "--python" -> check.python = value;
      case "--root" -> check.paths.root = value;
      case "--save-logs" -> check.logs.saveLogs = value;
      case "--settle" -> check.logs.settle = value;
      case "--show" -> check.reports.show = value;
      case "--sort" -> check.reports.sort = value;
      case "--wait-timeout" -> check.logs.waiting.timeout = value;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Sets an option without a value; false when there is none of this name. */
  private boolean flag(String option) {
    switch (option) {
      case "--ignore-variant-only" -> check.ignoreVariantOnly = true;
      case "--job-value" -> check.insights.jobValue = true;
      case "--keep-going" -> check.keepGoing = true;
      case "--verbose" -> check.logs.verbosity.verbose = true;
      default -> {
        return false;
      }
    }
    return true;
  }
}
