package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import java.util.List;

/** A part of the text summary that is there when it was asked for. */
public interface TextSection {
  /** Its lines, printable, an empty one at the end; none where there is nothing to say. */
  List<String> lines(Outcome outcome, Screen screen);
}
