package io.github.logcov.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code scripts/corruption-campaign --reports} and {@code --travis} run. */
final class Campaigns {
  private Campaigns() {}

  /** {@code reports} or {@code travis}, and how many runs from which seed. */
  public static void main(String[] args) throws IOException {
    long runs = 10_000;
    long seed = 1;
    for (int i = 1; i + 1 < args.length; i += 2) {
      long value = Long.parseLong(args[i + 1]);
      runs = args[i].equals("--runs") ? value : runs;
      seed = args[i].equals("--seed") ? value : seed;
    }
    Path directory = Files.createTempDirectory("logcov-campaign");
    boolean failed;
    if (args[0].equals("reports")) {
      ReportCampaign campaign = new ReportCampaign(directory);
      for (long run = seed; run < seed + runs; run++) {
        campaign.run(run);
      }
      System.out.println(campaign);
      failed = !campaign.failures().isEmpty();
    } else {
      TravisCampaign campaign = new TravisCampaign(directory);
      for (long run = seed; run < seed + runs; run++) {
        campaign.run(run);
      }
      System.out.println(campaign);
      failed = !campaign.failures().isEmpty();
    }
    System.exit(failed ? 1 : 0);
  }

  /** Counts, one a line, and what went wrong. */
  static String text(Map<String, Integer> outcomes, List<String> failures) {
    StringBuilder text = new StringBuilder();
    outcomes.forEach((outcome, count) -> text.append("%7d  %s\n".formatted(count, outcome)));
    text.append("%7d  failures\n".formatted(failures.size()));
    failures.forEach(failure -> text.append("  ").append(failure).append('\n'));
    return text.toString();
  }
}
