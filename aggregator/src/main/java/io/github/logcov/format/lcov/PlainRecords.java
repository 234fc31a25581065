package io.github.logcov.format.lcov;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.FactsBuilder;

/**
 * Reads what nearly all lines of a tracefile are, {@code DA:line,hits} and {@code
 * BRDA:line,block,branch,taken} in plain digits, many at a time: a few small loops over bytes, as
 * this is where reading spends its time. At the first byte that is not plain it stops, and leaves
 * the line to {@link LcovReader}, which knows all that a record may be, and what is wrong with it.
 */
final class PlainRecords {
  /** Records that are handed on at once: those of most files. */
  private static final int MOST = 2048;

  /** With so many digits a line number is an int and a count a long. */
  private static final int LINE_DIGITS = 9;

  private static final int COUNT_DIGITS = 18;

  private static final int ID_DIGITS = 9;

  /** No plain record is longer: {@code BRDA:}, three numbers, a count, and what is between them. */
  private static final int MAX_LENGTH = 5 + LINE_DIGITS + 2 * ID_DIGITS + COUNT_DIGITS + 3;

  private final int maxLine;
  private final boolean fits;
  private final BranchIds branchIds;
  private byte[] bytes = {};
  private int at;

  private final int[] lines = new int[MOST];
  private final long[] hits = new long[MOST];
  private int lineCount;

  private final int[] armLines = new int[MOST];
  private final BranchId[] ids = new BranchId[MOST];
  private final long[] taken = new long[MOST];
  private final int[] hashes = new int[MOST];
  private int armCount;

  PlainRecords(FormatLimits limits, BranchIds branchIds) {
    this.maxLine = limits.coverage().maxLine();
    this.fits = MAX_LENGTH <= limits.maxString();
    this.branchIds = branchIds;
  }

  /**
   * Reads records from {@code from} on, the first byte of a line, up to {@code to}, behind a line
   * feed.
   *
   * @param most records that may be read
   * @return index of the first byte of the first line that was not read
   */
  int read(byte[] content, int from, int to, long most) {
    bytes = content;
    lineCount = 0;
    armCount = 0;
    int end = fits ? to : from;
    int room = (int) Math.min(most, MOST);
    int next = from;
    at = from;
    while (next < end && lineCount + armCount < room && (lines(end, room) || arm())) {
      next = at;
    }
    return next;
  }

  /** Records that were read last. */
  int count() {
    return lineCount + armCount;
  }

  /** Hands on what was read last. */
  void tell(FactsBuilder facts, LcovTotals totals) {
    facts.lines(lines, hits, lineCount);
    totals.lines(lines, hits, lineCount);
    facts.arms(armLines, ids, taken, armCount);
    totals.branches(armLines, hashes, taken, armCount);
  }

  // No index needs a check against the end: each step is taken behind a byte that is no line feed,
  // and the last byte is one.

  /** Reads records {@code DA:line,hits}. @return whether there was one */
  private boolean lines(int end, int room) {
    byte[] b = bytes;
    int first = lineCount;
    int n = first;
    int next = at;
    while (next < end
        && n + armCount < room
        && b[next] == 'D'
        && b[next + 1] == 'A'
        && b[next + 2] == ':') {
      int i = next + 3;
      long line = 0;
      for (int digit = b[i] - '0'; digit >= 0 && digit <= 9; digit = b[i] - '0') {
        line = line * 10 + digit;
        i++;
      }
      int comma = i;
      boolean plain = comma - next - 3 <= LINE_DIGITS && b[comma] == ',';
      if (!plain || line < 1 || line > maxLine) {
        break;
      }
      long count = 0;
      i++;
      for (int digit = b[i] - '0'; digit >= 0 && digit <= 9; digit = b[i] - '0') {
        count = count * 10 + digit;
        i++;
      }
      if (i == comma + 1 || i - comma > COUNT_DIGITS + 1 || b[i] != '\n') {
        break;
      }
      lines[n] = (int) line;
      hits[n++] = count;
      next = i + 1;
    }
    at = next;
    lineCount = n;
    return n > first;
  }

  /** Reads a record {@code BRDA:line,block,branch,taken}. @return whether there was one */
  private boolean arm() {
    byte[] b = bytes;
    int i = at;
    boolean isArm = b[i] == 'B' && b[i + 1] == 'R' && b[i + 2] == 'D' && b[i + 3] == 'A';
    if (!isArm || b[i + 4] != ':') {
      return false;
    }
    at += 5;
    int from = at;
    long line = number();
    if (isOdd(from, LINE_DIGITS, ',') || line > maxLine) {
      return false;
    }
    int block = ++at;
    number();
    if (isOdd(block, ID_DIGITS, ',')) {
      return false;
    }
    int branch = ++at;
    number();
    if (isOdd(branch, ID_DIGITS, ',')) {
      return false;
    }
    int branchEnd = at++;
    long count = FactsBuilder.NEVER_EVALUATED;
    if (b[at] == '-' && b[at + 1] == '\n') {
      at++;
    } else {
      count = number();
      if (isOdd(branchEnd + 1, COUNT_DIGITS, '\n')) {
        return false;
      }
    }
    at++;
    armLines[armCount] = (int) line;
    int hash = BranchIds.hash(b, block, branchEnd);
    ids[armCount] = branchIds.of(hash, b, block, branch - 1, branch, branchEnd);
    hashes[armCount] = hash;
    taken[armCount++] = count;
    return true;
  }

  /** Moves behind digits. @return their value, unless {@link #isOdd} says they are too many */
  private long number() {
    byte[] b = bytes;
    int i = at;
    long value = 0;
    int digit = b[i] - '0';
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = b[++i] - '0';
    }
    at = i;
    return value;
  }

  /** Whether no digit was read since {@code from}, or too many, or another byte is next. */
  private boolean isOdd(int from, int mostDigits, char next) {
    return at == from || at - from > mostDigits || bytes[at] != next;
  }
}
