package io.github.logcov.format.cobertura;

import io.github.logcov.format.FunctionNames;
import io.github.logcov.model.FactsBuilder;

/**
 * A {@code <method>}: a function that begins on the first of its lines, and ran as often as the
 * line that ran most. One without lines has no code.
 */
final class CoberturaMethod {
  private final String name;
  private int first;
  private long hits;

  /** Of that name, with class and types. */
  CoberturaMethod(String name) {
    this.name = name;
  }

  void line(int number, long lineHits) {
    first = first == 0 ? number : Math.min(first, number);
    hits = Math.max(hits, lineHits);
  }

  /** The method ends. */
  void tell(FactsBuilder facts, FunctionNames names) {
    if (first > 0) {
      facts.function(names.of(name, first), first, hits);
    }
  }
}
