package io.github.logcov.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Damages logs at random and looks whether each payload is exactly right or refused with a cause
 * that fits.
 *
 * <p>What must come back is worked out here from the lines that were left alone, without the
 * reader: every header line in one of its copies, and in every group no more than one line lost,
 * its parity there.
 *
 * <p>Harm to a copy of a line leaves something that nobody can tell from what is left of another
 * payload: asterisks have no name, and a line with another id has the name of another one. Such a
 * log is refused. A reader that passed over it would pass over a payload that was lost. So it is
 * right that a second one is told of as lost, where the copies are there; the first is judged as
 * ever.
 */
final class CorruptionCampaign {
  /** What can happen to a line or a log. */
  enum Harm {
    LOST,
    DOUBLED,
    SWAPPED,
    CUT,
    MASKED,
    STARRED,
    GARBLED,
    TRUNCATED
  }

  /** How a run ended. */
  enum Outcome {
    UNTOUCHED,
    REPAIRED,
    REFUSED,
    /** Of the payload at most one damaged line was left, so there is nothing to refuse. */
    GONE,
    /** Harmed copies of its lines may be another payload, which is told of as lost. */
    DOUBTED
  }

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<FrameDamage.Cause, Integer> causes = new EnumMap<>(FrameDamage.Cause.class);
  private final Map<Harm, Integer> harms = new EnumMap<>(Harm.class);
  private final List<String> failures = new ArrayList<>();

  public static void main(String[] args) {
    Map<String, Long> options = new TreeMap<>(Map.of("--runs", 10_000L, "--seed", 1L));
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], Long.parseLong(args[i + 1]));
    }
    CorruptionCampaign campaign = new CorruptionCampaign();
    long seed = options.get("--seed");
    for (long run = 0; run < options.get("--runs"); run++) {
      campaign.run(seed + run);
    }
    System.out.println(campaign.report());
    if (!campaign.failures.isEmpty()) {
      System.exit(1);
    }
  }

  /** Failed runs with their seeds; empty when all is well. */
  List<String> failures() {
    return failures;
  }

  Map<Outcome, Integer> outcomes() {
    return outcomes;
  }

  String report() {
    StringBuilder text = new StringBuilder();
    text.append("outcomes ").append(outcomes).append('\n');
    text.append("causes   ").append(causes).append('\n');
    text.append("harms    ").append(harms).append('\n');
    text.append("failures ").append(failures.size()).append('\n');
    failures.forEach(failure -> text.append("  ").append(failure).append('\n'));
    return text.toString();
  }

  /** One damaged log; the same seed does the same again. */
  void run(long seed) {
    Random random = new Random(seed);
    byte[] encoded = Samples.bytes(seed, 1 + (int) Math.pow(random.nextDouble() * 200, 2));
    int parity = new int[] {1, 4, 16, 16, 64}[random.nextInt(5)];
    FrameHeader header = Samples.header(encoded).salt(random.nextInt(32)).parity(parity).build();
    DamagedLog log = new DamagedLog(Samples.lines(header, encoded), random);
    Set<Harm> done = log.harm();
    done.forEach(harm -> harms.merge(harm, 1, Integer::sum));

    List<Frame> frames = new ArrayList<>(Samples.read(log.text()).frames());

    boolean mustBeWhole = canBeWhole(log.intact(), header, encoded);
    String wrong = judge(frames, mustBeWhole, log, header, encoded, done);
    if (wrong != null) {
      failures.add("seed " + seed + " " + done + ": " + wrong + " " + damage(frames));
    }
  }

  private static List<FrameDamage> damage(List<Frame> frames) {
    return frames.isEmpty() ? Collections.emptyList() : frames.get(0).damage();
  }

  private String judge(
      List<Frame> frames,
      boolean mustBeWhole,
      DamagedLog log,
      FrameHeader header,
      byte[] encoded,
      Set<Harm> done) {
    if (frames.isEmpty()) {
      count(Outcome.GONE);
      return log.intact().isEmpty() && log.readableHeads() < 2
          ? null
          : "lines are left, and no frame was found";
    }
    int found = frames.size();
    if (found > 1 && done.contains(Harm.DOUBLED)) {
      frames.removeIf(frame -> !frame.id().equals(header.id()) && log.canBeMistakenFor(frame));
    }
    if (frames.size() != 1) {
      return found + " frames";
    }
    if (found > 1) {
      count(Outcome.DOUBTED);
    }
    Frame frame = frames.get(0);
    if (!frame.isWhole()) {
      count(Outcome.REFUSED);
      frame.damage().forEach(damage -> causes.merge(damage.cause(), 1, Integer::sum));
      return mustBeWhole ? "refused what could be healed" : unfitting(frame, done);
    }
    count(frame.repaired() > 0 ? Outcome.REPAIRED : Outcome.UNTOUCHED);
    if (!mustBeWhole) {
      return "whole, though too much was lost";
    }
    boolean same =
        header.equals(frame.header().orElse(null))
            && Arrays.equals(Samples.encoded(frame), encoded);
    return same ? null : "whole, but not what was written";
  }

  private void count(Outcome outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  /** Where one thing alone was done to a log, the cause must name it. */
  private static String unfitting(Frame frame, Set<Harm> done) {
    Set<FrameDamage.Cause> named = new HashSet<>();
    frame.damage().forEach(damage -> named.add(damage.cause()));
    Set<Harm> hurting = new HashSet<>(done);
    hurting.remove(Harm.DOUBLED);
    hurting.remove(Harm.SWAPPED);
    if (hurting.size() != 1) {
      return named.isEmpty() ? "no cause" : null;
    }
    Set<FrameDamage.Cause> fitting = new HashSet<>(fitting(hurting.iterator().next()));
    if (done.contains(Harm.SWAPPED) || done.contains(Harm.DOUBLED)) {
      // Lines in strange places can hide that a log was cut, or make it look so.
      fitting.add(FrameDamage.Cause.LINES_MISSING);
      fitting.add(FrameDamage.Cause.TRUNCATED);
    }
    return Collections.disjoint(named, fitting) ? "expected one of " + fitting : null;
  }

  private static Set<FrameDamage.Cause> fitting(Harm harm) {
    switch (harm) {
      case MASKED:
        return Set.of(FrameDamage.Cause.MASKED);
      case STARRED:
        return Set.of(FrameDamage.Cause.CENSORED);
      case TRUNCATED:
        return Set.of(FrameDamage.Cause.LOG_CUT, FrameDamage.Cause.HEADER_MISSING);
      default:
        return Set.of(
            FrameDamage.Cause.LINES_MISSING,
            FrameDamage.Cause.TRUNCATED,
            FrameDamage.Cause.HEADER_MISSING);
    }
  }

  /** Whether these lines, as docs/frames.md has it, are enough. */
  private static boolean canBeWhole(Set<String> intact, FrameHeader header, byte[] encoded) {
    List<String> lines = Samples.lines(header, encoded);
    Geometry geometry = new Geometry(header.parity(), header.lines());
    Set<Integer> headers = new HashSet<>();
    Set<Integer> wanted = new HashSet<>();
    Map<Integer, Integer> lost = new TreeMap<>();
    Map<Integer, Boolean> dataLost = new TreeMap<>();
    for (String line : lines) {
      int number = Samples.number(line);
      boolean there = intact.contains(line);
      switch (line.charAt(11)) {
        case 'H':
          wanted.add(number);
          if (there) {
            headers.add(number);
          }
          break;
        case 'D':
          int group = geometry.parityNumber(geometry.block(number), geometry.group(number));
          lost.merge(group, there ? 0 : 1, Integer::sum);
          dataLost.merge(group, !there, Boolean::logicalOr);
          break;
        case 'P':
          lost.merge(number, there ? 0 : 1, Integer::sum);
          break;
        default:
      }
    }
    boolean data =
        lost.entrySet().stream()
            .allMatch(group -> group.getValue() <= 1 || !dataLost.get(group.getKey()));
    return headers.equals(wanted) && data;
  }
}
