package io.github.logcov.model;

import org.jspecify.annotations.Nullable;

/**
 * The columns of one file while its facts come in. Each is made for the first fact that it takes: a
 * report may name very many files and say nothing of them.
 */
final class FactsColumns {
  private FileLines.@Nullable Columns lines;
  private FileArms.@Nullable Columns arms;
  private FileStatements.@Nullable Columns statements;
  private boolean countsStatements;
  private FileFunctions.@Nullable Columns functions;
  private boolean measuresFunctions;
  private Layouts layouts = Layouts.NONE;
  private long lastLayout;
  private SourceMarks.@Nullable Columns marks;
  private boolean blocksAreMarks;
  private boolean neverLoaded;

  FileLines.Columns lines() {
    if (lines == null) {
      lines = new FileLines.Columns();
    }
    return lines;
  }

  FileArms.Columns arms() {
    if (arms == null) {
      arms = new FileArms.Columns();
    }
    return arms;
  }

  FileFunctions.Columns functions() {
    if (functions == null) {
      functions = new FileFunctions.Columns();
    }
    return functions;
  }

  FileStatements.Columns statements() {
    if (statements == null) {
      statements = new FileStatements.Columns();
    }
    return statements;
  }

  SourceMarks.Columns marks() {
    if (marks == null) {
      marks = new SourceMarks.Columns();
    }
    return marks;
  }

  void layout(long digest) {
    layouts = layouts.union(Layouts.of(digest));
    lastLayout = digest;
  }

  /** Statements are counted, even where there are none. */
  void countStatements() {
    countsStatements = true;
  }

  /** Functions are measured, even where there are none. */
  void measureFunctions() {
    measuresFunctions = true;
  }

  void blocksAreMarks() {
    blocksAreMarks = true;
    statements().blocksAreMarks();
  }

  void neverLoaded() {
    neverLoaded = true;
  }

  /** What is held now, as {@link FileFacts#units()}; what came twice may count twice. */
  long units() {
    return unitsOfLines() + (functions == null ? 0 : functions.units());
  }

  private long unitsOfLines() {
    return (lines == null ? 0 : lines.size())
        + (arms == null ? 0 : arms.size())
        + (statements == null ? 0 : statements.size())
        + (marks == null ? 0 : marks.size());
  }

  void compact() {
    if (lines != null) {
      lines.compact();
    }
    if (arms != null) {
      arms.compact();
    }
    if (statements != null) {
      statements.compact();
    }
    if (functions != null) {
      functions.compact();
    }
  }

  /** The facts, sorted; to be asked once, since blocks and statements add their lines. */
  FileFacts build(CoverageLimits limits) {
    FileStatements ofStatements = statements == null ? FileStatements.NONE : statements.build();
    if (ofStatements.units() > 0) {
      ofStatements.addTo(lines().statements(), limits::checkUnits);
    } else if (!countsStatements && unitsOfLines() > 0) {
      ofStatements = FileStatements.UNCOUNTED;
    }
    boolean lacksFunctions = !measuresFunctions && functions == null && unitsOfLines() > 0;
    FileArms ofArms = arms == null ? FileArms.NONE : arms.build(lastLayout, ofStatements.placed());
    ofArms.identified().check(limits);
    return new FileFacts(
        lines == null ? FileLines.NONE : lines.build(),
        ofArms,
        ofStatements,
        functions == null ? FileFunctions.none(lacksFunctions) : functions.build(),
        layouts,
        marks(ofStatements),
        neverLoaded);
  }

  private SourceMarks marks(FileStatements ofStatements) {
    SourceMarks ofLines = marks == null ? SourceMarks.NONE : marks.build();
    boolean blocks = ofStatements.blocks().size() > 0;
    return blocks ? ofLines.union(SourceMarks.ofBlocks(blocksAreMarks)) : ofLines;
  }
}
