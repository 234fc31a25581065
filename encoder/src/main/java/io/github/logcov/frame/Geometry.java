package io.github.logcov.frame;

/**
 * Which data lines share a parity line.
 *
 * <p>A block is 16 * parity consecutive data lines, the last one may be shorter; line {@code i} of
 * a block belongs to group {@code i mod groups}.
 */
final class Geometry {
  private static final int GROUPS = 16;
  private static final int FEWEST_GROUPS = 4;

  private final int parity;
  private final int lines;

  /**
   * @param parity one parity line per so many data lines, 1 to 64
   * @param lines data lines of the payload
   */
  Geometry(int parity, int lines) {
    this.parity = parity;
    this.lines = lines;
  }

  /** Data lines of a full block with this parity. */
  static int blockLines(int parity) {
    return GROUPS * parity;
  }

  int lines() {
    return lines;
  }

  int blocks() {
    return (lines + blockLines(parity) - 1) / blockLines(parity);
  }

  int block(int line) {
    return line / blockLines(parity);
  }

  int blockStart(int block) {
    return block * blockLines(parity);
  }

  /** One behind the block's last line. */
  int blockEnd(int block) {
    return Math.min(lines, blockStart(block + 1));
  }

  /**
   * Number of groups, so of parity lines, in a block. A short last block has more of them than one
   * for {@code parity} lines: as many as the size that is promised leaves room for, so that runs of
   * lost lines come back in small payloads too.
   */
  int groups(int block) {
    int length = blockEnd(block) - blockStart(block);
    int wanted = FEWEST_GROUPS + 4 * length / (3 * parity);
    return Math.min(Math.min(length, wanted), GROUPS);
  }

  int group(int line) {
    int block = block(line);
    return (line - blockStart(block)) % groups(block);
  }

  /** Data lines of a group. */
  int members(int block, int group) {
    int length = blockEnd(block) - blockStart(block);
    int groups = groups(block);
    return length / groups + (group < length % groups ? 1 : 0);
  }

  int parityNumber(int block, int group) {
    return block * GROUPS + group;
  }

  static int blockOfParity(int number) {
    return number / GROUPS;
  }

  /** Parity lines of the whole payload. */
  int parityLines() {
    int blocks = blocks();
    return (blocks - 1) * GROUPS + groups(blocks - 1);
  }
}
