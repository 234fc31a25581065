package io.github.logcov.source;

import java.util.Locale;

/** Why a path was placed where it is; {@code docs/merging.md} explains each. */
public enum PathRule {
  /** {@code --path-map}. */
  PATH_MAP,
  /** Behind a {@code site-packages} folder, where a test run installed the project. */
  SITE_PACKAGES,
  /** Below the build directory that the job printed. */
  BUILD_DIRECTORY,
  /** Below a root that the report names. */
  SOURCE_ROOT,
  /** In a Go module of the checkout, or below GOPATH; such paths begin with the module's. */
  GO_MODULE,
  /** Relative, and taken as it is. */
  RELATIVE,
  /** Relative, below a root of its report that no rule knows; taken as it is. */
  UNKNOWN_ROOT,
  /** Relative, below several roots of its report that lead to different files; taken as it is. */
  SEVERAL_ROOTS,
  /** Relative to a folder above the report. */
  REPORT_FOLDER,
  /** Below the folder where a known CI checks out. */
  CI_ROOT,
  /** By its end. */
  SUFFIX;

  /** The word that {@code inspect --paths} and the documents have for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether it says by itself where the file is: such a path may serve to look others up by their
   * end.
   */
  public boolean certain() {
    return switch (this) {
      case PATH_MAP, BUILD_DIRECTORY, SOURCE_ROOT, GO_MODULE, RELATIVE, REPORT_FOLDER -> true;
      case SITE_PACKAGES, UNKNOWN_ROOT, SEVERAL_ROOTS, CI_ROOT, SUFFIX -> false;
    };
  }
}
