package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first runs of the campaigns; {@code scripts/corruption-campaign} does ten thousand. */
class CampaignsTest {
  @TempDir private Path directory;

  @Test
  void aDamagedReportInAnIntactPayloadIsRefusedOrMeansWhatItSays() throws IOException {
    ReportCampaign campaign = new ReportCampaign(directory);
    for (long seed = 1; seed <= 150; seed++) {
      campaign.run(seed);
    }

    assertThat(campaign.failures()).as(campaign.toString()).isEmpty();
    assertThat(campaign.outcomes()).containsKeys("CUT refused", "DIGIT what it really says");
  }

  @Test
  void damagedAnswersGiveTheSameVerdictOrNone() throws IOException {
    TravisCampaign campaign = new TravisCampaign(directory);
    for (long seed = 1; seed <= 60; seed++) {
      campaign.run(seed);
    }

    assertThat(campaign.failures()).as(campaign.toString()).isEmpty();
    assertThat(campaign.outcomes()).containsKeys("STATUS 0", "LOG_CUT 5");
  }
}
