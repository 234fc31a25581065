package io.github.logcov.source;

/**
 * What a rule makes of a path.
 *
 * @param path in the repository if the rule is right; relative
 * @param rule the rule
 * @param exact whether the file must be at this very path; otherwise it may be looked up by its end
 */
record Located(RawPath path, PathRule rule, boolean exact) {

  Located by(PathRule other) {
    return new Located(path, other, exact);
  }
}
