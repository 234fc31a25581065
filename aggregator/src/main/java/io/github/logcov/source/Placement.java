package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import java.util.List;

/** Where a path of a report lies in the repository. */
public sealed interface Placement {

  /** The path under which the file counts; for an ambiguous one its normalised form. */
  SourcePath path();

  /**
   * It is that file.
   *
   * @param rule what says so
   */
  record Placed(SourcePath path, PathRule rule) implements Placement {
    Placed(RawPath path, PathRule rule) {
      this(path.sourcePath(), rule);
    }
  }

  /**
   * It could be several files.
   *
   * @param path normalised, as the report names it
   * @param candidates two or more files, sorted
   */
  record Ambiguous(SourcePath path, List<SourcePath> candidates) implements Placement {
    /** Copies the candidates. */
    public Ambiguous {
      candidates = candidates.stream().sorted().toList();
    }

    Ambiguous(RawPath path, List<RawPath> candidates) {
      this(path.sourcePath(), candidates.stream().map(RawPath::sourcePath).toList());
    }
  }

  /**
   * It is no file of the repository as far as is known.
   *
   * @param path normalised; a path that leads out of the repository keeps what shows it, a leading
   *     {@code /}, drive or {@code ..}, so that it never equals the path of a file in it
   */
  record Unplaced(SourcePath path) implements Placement {
    Unplaced(RawPath path) {
      this(path.sourcePath());
    }
  }
}
