package io.github.logcov.problem;

/**
 * Where something is: job, payload, place in the payload. Each part is the empty string when it is
 * not known.
 *
 * @param job job number, such as {@code 8112.10}
 * @param payload path of the carried file, such as {@code build/lcov.info}
 * @param place inside it: {@code 17} for a line, {@code 17:4} for line and column, or {@code byte
 *     220}
 */
public record Origin(String job, String payload, String place) {

  /** The whole run; nothing narrower is known. */
  public static final Origin NOWHERE = new Origin("", "", "");

  /** A job, as a whole. */
  public static Origin ofJob(String job) {
    return new Origin(job, "", "");
  }

  /** The same job, a payload of it. */
  public Origin withPayload(String path) {
    return new Origin(job, path, "");
  }

  /** The same payload, a place in it. */
  public Origin at(String newPlace) {
    return new Origin(job, payload, newPlace);
  }

  /** Reads {@code job 42.1 > build/lcov.info:17}; empty for {@link #NOWHERE}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!job.isEmpty()) {
      text.append("job ").append(job);
    }
    if (!payload.isEmpty()) {
      text.append(text.isEmpty() ? "" : " > ").append(payload);
    }
    if (!place.isEmpty()) {
      text.append(payload.isEmpty() ? " " : ":").append(place);
    }
    return text.toString();
  }
}
