package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorruptionCampaignTest {
  @Test
  void everyDamagedPayloadIsExactlyRightOrRefusedWithItsCause() {
    CorruptionCampaign campaign = new CorruptionCampaign();
    for (long seed = 1; seed <= 400; seed++) {
      campaign.run(seed);
    }

    assertThat(campaign.failures()).as(campaign.report()).isEmpty();
    assertThat(campaign.outcomes())
        .as("the campaign must harm enough, and not too much")
        .allSatisfy((outcome, count) -> assertThat(count).isPositive())
        .containsKeys(
            CorruptionCampaign.Outcome.UNTOUCHED,
            CorruptionCampaign.Outcome.REPAIRED,
            CorruptionCampaign.Outcome.REFUSED);
  }

  /** Seeds whose copies were overwritten or garbled; the payload of the last is whole. */
  @ParameterizedTest
  @CsvSource({"4807, REFUSED", "7355, REFUSED", "7712, UNTOUCHED"})
  void harmedCopiesOfLinesMayBeAnotherPayload(long seed, CorruptionCampaign.Outcome outcome) {
    CorruptionCampaign campaign = new CorruptionCampaign();

    campaign.run(seed);

    assertThat(campaign.failures()).isEmpty();
    assertThat(campaign.outcomes())
        .containsOnly(entry(CorruptionCampaign.Outcome.DOUBTED, 1), entry(outcome, 1));
  }
}
