package io.github.logcov.summary;

import io.github.logcov.model.BranchCoverage;
import io.github.logcov.model.BranchCoverage.Arm;
import io.github.logcov.model.BranchId;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code BRDA} records of one line. */
final class LcovArms {
  /** lcov 1 packs numbers into 32 bits. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private LcovArms() {}

  /**
   * Writes {@code BRDA:line,block,branch,taken} of each arm.
   *
   * @param ran whether the line ran, or may have; of a line that did not no arm was ever evaluated
   */
  static void write(int line, boolean ran, BranchCoverage branches, Writer writer)
      throws IOException {
    if (branches instanceof BranchCoverage.Identified identified) {
      named(line, identified.arms(), writer);
      return;
    }
    long total = branches.bounds().total();
    long covered = branches.bounds().lower();
    String missed = ran || covered > 0 ? "0" : "-";
    for (long arm = 0; arm < total; arm++) {
      record(line, "0", Long.toString(arm), arm < covered ? "1" : missed, writer);
    }
  }

  /** By their own names where all of these are numbers, else numbered in their order. */
  private static void named(int line, List<Arm> arms, Writer writer) throws IOException {
    boolean numbered = arms.stream().map(Arm::id).allMatch(LcovArms::isNumbered);
    int block = -1;
    int branch = 0;
    String previous = "";
    for (Arm arm : arms) {
      String taken = arm.taken() < 0 ? "-" : Long.toString(arm.taken());
      BranchId id = arm.id();
      if (numbered) {
        record(line, id.block(), id.branch(), taken, writer);
        continue;
      }
      boolean same = block >= 0 && id.block().equals(previous);
      block += same ? 0 : 1;
      branch = same ? branch + 1 : 0;
      previous = id.block();
      record(line, Integer.toString(block), Integer.toString(branch), taken, writer);
    }
  }

  /** Not {@code 00} beside {@code 0}: these would be one arm to who reads numbers. */
  private static boolean isNumbered(BranchId id) {
    return isNumber(id.block()) && isNumber(id.branch());
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && (text.length() == 1 || text.charAt(0) != '0');
  }

  private static void record(int line, String block, String branch, String taken, Writer writer)
      throws IOException {
    writer.write("BRDA:" + line + "," + block + "," + branch + "," + taken + "\n");
  }
}
