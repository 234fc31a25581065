package io.github.logcov.frame;

import java.io.IOException;
import java.util.Arrays;

/**
 * Brings back a group's one missing line: its parity line minus the others, digit by digit modulo
 * 64.
 */
final class Repair {
  private final PayloadLines lines;
  private final Geometry geometry;
  private final int lastDigits;
  private final byte[] slot = new byte[Slots.SIZE];
  private final byte[] digits = new byte[Grammar.DATA_DIGITS];
  private final byte[] sum = new byte[Grammar.DATA_DIGITS];

  Repair(PayloadLines lines, Geometry geometry, int lastDigits) {
    this.lines = lines;
    this.geometry = geometry;
    this.lastDigits = lastDigits;
  }

  /** Repairs what can be repaired. @return the number of lines brought back */
  int run() throws IOException {
    int repaired = 0;
    for (int block = 0; block < geometry.blocks(); block++) {
      int groups = geometry.groups(block);
      int[] missing = new int[groups];
      int[] lost = new int[groups];
      for (int line = geometry.blockStart(block); line < geometry.blockEnd(block); line++) {
        if (lines.data.get(line) == SlotMap.NONE) {
          missing[geometry.group(line)]++;
          lost[geometry.group(line)] = line;
        }
      }
      for (int group = 0; group < groups; group++) {
        if (missing[group] == 1 && restore(block, group, groups, lost[group])) {
          repaired++;
        }
      }
    }
    return repaired;
  }

  private boolean restore(int block, int group, int groups, int lost) throws IOException {
    int parity = lines.parityLines.get(geometry.parityNumber(block, group));
    if (parity == SlotMap.NONE) {
      return false;
    }
    Arrays.fill(sum, (byte) 0);
    add(parity, 1);
    int first = geometry.blockStart(block) + group;
    for (int line = first; line < geometry.blockEnd(block); line += groups) {
      if (line != lost) {
        add(lines.data.get(line), -1);
      }
    }
    if (lost == geometry.lines() - 1 && !isShort()) {
      return false;
    }
    Arrays.fill(slot, (byte) 0);
    Digits.join(sum, 0, sum.length, slot, 0);
    lines.data.put(lost, lines.slots().add(slot));
    return true;
  }

  private void add(int at, int sign) throws IOException {
    lines.slots().read(at, slot);
    Digits.split(slot, 0, slot.length, digits);
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (byte) (sum[i] + sign * digits[i] & 63);
    }
  }

  /**
   * Whether the restored last line is 0 behind its end; when not, one of the others is not what was
   * written.
   */
  private boolean isShort() {
    for (int i = lastDigits; i < sum.length; i++) {
      if (sum[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
