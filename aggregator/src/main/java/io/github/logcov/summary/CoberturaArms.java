package io.github.logcov.summary;

import io.github.logcov.model.BranchCoverage.Arm;
import io.github.logcov.model.Ratio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a {@code <line>} says of its arms besides their counts. */
final class CoberturaArms {
  private CoberturaArms() {}

  /** {@code 9,exit}, as coverage.py writes it. */
  static String destinations(List<Integer> missing) {
    return missing.stream()
        .map(to -> to < 0 ? "exit" : to.toString())
        .collect(Collectors.joining(","));
  }

  /**
   * A condition per block of arms, by its counts: a {@code jump} has two arms, a {@code switch} as
   * many as it likes. Which arm is taken this form cannot say, so nothing is said of it.
   */
  static void conditions(List<Arm> arms, XmlOut xml) throws IOException {
    Map<String, List<Arm>> blocks = new LinkedHashMap<>();
    for (Arm arm : arms) {
      blocks.computeIfAbsent(arm.id().block(), block -> new ArrayList<>()).add(arm);
    }
    xml.open("conditions");
    int number = 0;
    for (List<Arm> block : blocks.values()) {
      long taken = block.stream().filter(arm -> arm.taken() > 0).count();
      xml.leaf(
          "condition",
          "number",
          number++,
          "type",
          block.size() == 2 ? "jump" : "switch",
          "coverage",
          CoberturaFile.percent(new Ratio(taken, block.size())));
    }
    xml.close();
  }
}
