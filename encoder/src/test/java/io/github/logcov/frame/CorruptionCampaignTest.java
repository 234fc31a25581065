package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
