package io.github.logcov.log.travis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a job is called: its {@code name}, else what the matrix made of it, such as {@code python
 * 3.9, os osx, DB=pg}. The keys are those by which travis-yml expands a matrix (the {@code matrix}
 * lines of {@code lib/travis/yml/schema/def}), and their other spellings.
 */
final class JobNames {

  /** Versions of a language or compiler; always told. */
  private static final List<String> VERSIONS =
      List.of(
          "python",
          "jdk",
          "rvm",
          "ruby",
          "rbenv",
          "node_js",
          "node",
          "go",
          "php",
          "hhvm",
          "perl",
          "perl6",
          "rust",
          "scala",
          "ghc",
          "elixir",
          "otp_release",
          "crystal",
          "dart",
          "dotnet",
          "mono",
          "d",
          "elm",
          "haxe",
          "julia",
          "matlab",
          "nix",
          "r",
          "smalltalk");

  /** Told where they differ among the jobs of a build. */
  private static final List<String> VARIANTS =
      List.of(
          "os",
          "dist",
          "arch",
          "osx_image",
          "compiler",
          "gemfile",
          "dart_task",
          "solution",
          "smalltalk_config",
          "smalltalk_vm",
          "xcode_scheme",
          "xcode_sdk");

  private static final String NAME = "name";
  private static final String ENV = "env";

  /** The keys of a configuration that are looked at. */
  static final Set<String> KEYS =
      Stream.of(VERSIONS.stream(), VARIANTS.stream(), Stream.of(NAME, ENV))
          .flatMap(keys -> keys)
          .collect(Collectors.toUnmodifiableSet());

  private JobNames() {}

  /** The names by job id; a job of which nothing can be said is not in it. */
  static Map<String, String> of(List<ApiJob> jobs, Shown shown) {
    Set<String> differing = differing(jobs);
    Map<String, String> names = new LinkedHashMap<>();
    for (ApiJob job : jobs) {
      String name =
          configured(job, shown).orElseGet(() -> shown.text(ofMatrix(job.config(), differing)));
      if (!name.isEmpty()) {
        names.put(job.id(), name);
      }
    }
    return names;
  }

  private static Optional<String> configured(ApiJob job, Shown shown) {
    return Optional.ofNullable(job.config().get(NAME))
        .map(shown::text)
        .filter(name -> !name.isEmpty());
  }

  private static String ofMatrix(Map<String, String> config, Set<String> differing) {
    List<String> parts = new ArrayList<>();
    for (String key : VERSIONS) {
      Optional.ofNullable(config.get(key)).ifPresent(value -> parts.add(key + ' ' + value));
    }
    for (String key : VARIANTS) {
      if (differing.contains(key)) {
        Optional.ofNullable(config.get(key)).ifPresent(value -> parts.add(key + ' ' + value));
      }
    }
    Optional.ofNullable(config.get(ENV)).filter(env -> !env.isBlank()).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private static Set<String> differing(List<ApiJob> jobs) {
    Set<String> differing = new HashSet<>();
    for (String key : VARIANTS) {
      long values =
          jobs.stream().map(job -> Optional.ofNullable(job.config().get(key))).distinct().count();
      if (values > 1) {
        differing.add(key);
      }
    }
    return differing;
  }
}
