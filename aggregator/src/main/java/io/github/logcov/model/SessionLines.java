package io.github.logcov.model;

/**
 * What one session says of the lines of one file.
 *
 * @param listed statement lines its reports name
 * @param run lines that ran, statements or not
 * @param statements its reports' own number of statements, -1 when they give none
 * @param layouts where its reports see statements and decisions, as far as they say
 * @param functions lines on which functions begin that its reports name
 * @param marks what its reports say of the source itself
 */
record SessionLines(
    LineSet listed,
    LineSet run,
    int statements,
    Layouts layouts,
    LineSet functions,
    SourceMarks marks) {
  /** Says nothing. */
  static final SessionLines NONE =
      new SessionLines(
          LineSet.EMPTY, LineSet.EMPTY, -1, Layouts.NONE, LineSet.EMPTY, SourceMarks.NONE);

  /** The same where these lines ran. */
  SessionLines withRun(LineSet lines) {
    return new SessionLines(listed, lines, statements, layouts, functions, marks);
  }

  SessionLines union(SessionLines other) {
    return new SessionLines(
        listed.union(other.listed),
        run.union(other.run),
        Math.max(statements, other.statements),
        layouts.union(other.layouts),
        functions.union(other.functions),
        marks.union(other.marks));
  }

  /** Whether no line is named at all. */
  boolean isSilent() {
    return listed.isEmpty() && run.isEmpty();
  }

  /** Covered statements of those this session knows. */
  Ratio ratio() {
    int known = listed.size();
    long total = Math.max(known, statements);
    return new Ratio(total - known + listed.common(run), total);
  }
}
