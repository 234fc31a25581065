package io.github.logcov.format.cobertura;

import io.github.logcov.format.FunctionNames;
import io.github.logcov.model.FactsBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one {@code <class>}. They stand there twice, below their methods and below the
 * class; those of the class are all of them. Some coverlet reports have the former only, so these
 * wait until it is clear that the others do not come. Several classes may share one file.
 */
final class CoberturaClass {
  private static final int FIRST_CAPACITY = 16;

  private final FactsBuilder facts;
  private final CoberturaTotals totals;
  private final String name;
  private final FunctionNames functions = new FunctionNames("cobertura");

  /** The method that is open, if one is. */
  private @Nullable CoberturaMethod method;

  private boolean hasLines;
  private int waiting;
  private int[] numbers = {};
  private long[] hits = {};
  private @Nullable Arms[] arms = {};

  CoberturaClass(String name, FactsBuilder facts, CoberturaTotals totals) {
    this.name = name;
    this.facts = facts;
    this.totals = totals;
  }

  /** A method begins; istanbul's without a name have a number of one build. */
  void openMethod(String ownName, String signature) {
    boolean nameless = ownName.startsWith("(anonymous_");
    String prefix = name.isEmpty() ? "" : name + ".";
    method = new CoberturaMethod(nameless ? ownName : prefix + ownName + signature);
  }

  void closeMethod() {
    if (method != null) {
      method.tell(facts, functions);
      method = null;
    }
  }

  void line(int number, long hits, @Nullable Arms arms) {
    hasLines = true;
    add(number, hits, arms);
  }

  /** False when there are more than {@code bound}. */
  boolean methodLine(int number, long lineHits, @Nullable Arms lineArms, int bound) {
    if (method != null) {
      method.line(number, lineHits);
    }
    if (hasLines) {
      return true;
    }
    if (waiting == bound) {
      return false;
    }
    if (waiting == numbers.length) {
      int capacity = Math.max(FIRST_CAPACITY, waiting * 2);
      numbers = Arrays.copyOf(numbers, capacity);
      hits = Arrays.copyOf(hits, capacity);
      arms = Arrays.copyOf(arms, capacity);
    }
    numbers[waiting] = number;
    hits[waiting] = lineHits;
    arms[waiting++] = lineArms;
    return true;
  }

  /** The class ends. */
  void close() {
    if (!hasLines) {
      for (int i = 0; i < waiting; i++) {
        add(numbers[i], hits[i], arms[i]);
      }
    }
  }

  private void add(int number, long lineHits, @Nullable Arms lineArms) {
    facts.line(number, lineHits);
    totals.line(lineHits > 0);
    if (lineArms != null) {
      lineArms.addTo(facts, number);
      totals.arms(lineArms);
    }
  }
}
