package io.github.logcov.frame;

import static java.util.stream.Collectors.toList;

import io.github.logcov.frame.CorruptionCampaign.Harm;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** A log with one frame in it, and what is done to it. */
final class DamagedLog {
  private static final String[] MASKS = {"[secure]", "[MASKED]", "[REDACTED]", "[FILTERED]", "***"};
  private static final String LIMIT =
      "\n\nThe job exceeded the maximum log length, and has been terminated.\n\n";

  private final List<String> written;
  private final List<String> lines;
  private final Random random;
  private int truncateAt = -1;

  DamagedLog(List<String> frame, Random random) {
    this.written = List.copyOf(frame);
    this.lines = new ArrayList<>(frame);
    this.random = random;
  }

  /** Does zero to three kinds of harm, each to a few lines, scattered or in a run. */
  Set<Harm> harm() {
    Set<Harm> done = EnumSet.noneOf(Harm.class);
    for (int kinds = random.nextInt(4); kinds > 0; kinds--) {
      Harm harm = Harm.values()[random.nextInt(Harm.values().length)];
      done.add(harm);
      int most = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
      boolean run = random.nextBoolean();
      int at = random.nextInt(lines.size());
      for (int i = 0; i < most && !lines.isEmpty(); i++) {
        at = Math.min(run ? at + 1 : random.nextInt(lines.size()), lines.size() - 1);
        if (harm == Harm.LOST && run && i > 0) {
          at = Math.max(0, at - 1);
        }
        one(harm, at);
      }
      if (lines.isEmpty()) {
        break;
      }
    }
    return done;
  }

  private void one(Harm harm, int at) {
    String line = lines.get(at);
    switch (harm) {
      case LOST:
        lines.remove(at);
        break;
      case DOUBLED:
        lines.add(random.nextBoolean() ? at : random.nextInt(lines.size()), line);
        break;
      case SWAPPED:
        lines.set(at, lines.set(random.nextInt(lines.size()), line));
        break;
      case CUT:
        lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        break;
      case MASKED:
        if (ours(line)) {
          lines.set(at, masked(line));
        }
        break;
      case STARRED:
        lines.set(at, line.length() < 20 ? line : "*".repeat(line.length()));
        break;
      case GARBLED:
        lines.set(at, garbled(line));
        break;
      default:
        truncateAt = random.nextInt(String.join("\n", lines).length() + 1);
    }
  }

  private static boolean ours(String line) {
    return line.startsWith("~lc1") && line.length() >= 20 && line.endsWith("~");
  }

  /** Behind the id, so that it is known whose line it was. */
  private String masked(String line) {
    int from = 9 + random.nextInt(line.length() - 12);
    int length = Math.min(3 + random.nextInt(8), line.length() - from);
    return line.substring(0, from)
        + MASKS[random.nextInt(MASKS.length)]
        + line.substring(from + length);
  }

  private String garbled(String line) {
    if (line.isEmpty()) {
      return "x";
    }
    int at = random.nextInt(line.length());
    String rest = line.substring(at);
    switch (random.nextInt(4)) {
      case 0:
        return line.substring(0, at) + "somebody else's text\n" + rest;
      case 1:
        return line.substring(0, at) + (char) Digits.SYMBOL[random.nextInt(64)] + rest.substring(1);
      case 2:
        return line.substring(0, at) + rest.substring(1);
      default:
        return line.substring(0, at) + "\u0000\r" + rest;
    }
  }

  /** The log as it is read. */
  String text() {
    String text = String.join("\r\n", lines) + "\r\n";
    return truncateAt < 0 ? text : text.substring(0, Math.min(truncateAt, text.length())) + LIMIT;
  }

  /** Sigils with a head of the frame behind them, however damaged the rest is. */
  int readableHeads() {
    Set<String> heads = new HashSet<>();
    written.forEach(line -> heads.add(line.substring(0, 15)));
    String text = text();
    int count = 0;
    for (int at = text.indexOf("~lc1"); at >= 0; at = text.indexOf("~lc1", at + 1)) {
      count += at + 15 <= text.length() && heads.contains(text.substring(at, at + 15)) ? 1 : 0;
    }
    return count;
  }

  /**
   * Whether copies of lines explain that a payload which was never there is told of as lost: either
   * three lines of asterisks more than lines of the frame are lost, or one garbled line that came
   * twice, with an id that only it bears.
   */
  boolean canBeMistakenFor(Frame other) {
    if (other.isWhole() || other.header().isPresent()) {
      return false;
    }
    Predicate<String> full = line -> line.length() == Grammar.MAX_LENGTH;
    if (other.id().isEmpty()) {
      Set<String> lost = new HashSet<>(written);
      lost.removeAll(intact());
      long stars = text().lines().filter(full).filter(line -> line.matches("\\*+")).count();
      return stars >= 3 + lost.stream().filter(full).count();
    }
    List<String> bearers =
        text().lines().filter(line -> line.contains("~lc1" + other.id())).collect(toList());
    return bearers.size() > 1 && new HashSet<>(bearers).size() == 1;
  }

  /** The lines of the frame that stand in the log as they were written. */
  Set<String> intact() {
    Set<String> intact = new HashSet<>();
    Set<String> wanted = new HashSet<>(written);
    String text = text();
    for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
      int close = text.indexOf('~', at + 1);
      if (close > 0 && wanted.contains(text.substring(at, close + 1))) {
        intact.add(text.substring(at, close + 1));
      }
    }
    return intact;
  }
}
