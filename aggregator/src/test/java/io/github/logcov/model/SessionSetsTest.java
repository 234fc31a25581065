package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionSetsTest {
  private static final SourcePath PATH = new SourcePath("a.rb");

  /** More than 64 sessions, and lines on both sides of every 64th. */
  @Test
  void saysOfEachLineWhichSessionsRanAndListIt() {
    List<Session> sessions = IntStream.range(0, 131).mapToObj(i -> new Session("1." + i)).toList();
    Random random = new Random(20_261_122L);
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    BitSet[] ran = IntStream.range(0, 201).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    BitSet[] listed = IntStream.range(0, 201).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    for (int session = 0; session < sessions.size(); session++) {
      FactsBuilder facts = new FactsBuilder(CoverageLimits.DEFAULT);
      for (int line = 1; line <= 200; line++) {
        if (random.nextInt(4) > 0) {
          int hits = random.nextInt(2);
          facts.line(line, hits);
          listed[line].set(session);
          ran[line].set(session, hits > 0);
        }
      }
      union.add(sessions.get(session), PATH, facts.build());
    }
    FileCoverage file = union.toCoverage().files().get(PATH);
    SessionSets sets = new SessionSets(sessions);
    // Neither in order nor each once.
    int[] lines = {1, 63, 64, 65, 200, 127, 128, 129, 63};

    int[] ranBy = file.sessions().thatRan(lines, sets);
    int[] listedBy = file.sessions().thatList(lines, sets);

    for (int i = 0; i < lines.length; i++) {
      assertThat(sets.set(ranBy[i])).isEqualTo(ran[lines[i]]);
      assertThat(sets.set(listedBy[i])).isEqualTo(listed[lines[i]]);
    }
    assertThat(sets.set(file.sessions().thatRan(new int[] {5_000}, sets)[0]))
        .isEqualTo(new BitSet());
    assertThat(ranBy[1]).isEqualTo(ranBy[8]);
  }
}
