package io.github.logcov.collect;

import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A build whose jobs and logs change at times that were said before; it notes every call. */
final class FakeBuild implements LiveBuild {
  /** What a call for a log comes to. */
  interface Answer {
    InputStream open() throws LogAbsentException, UnavailableException;
  }

  private final FakePace pace;
  private final TreeMap<Duration, List<Job>> jobs = new TreeMap<>();
  private final Map<String, TreeMap<Duration, Answer>> logs = new HashMap<>();
  private final Map<String, Deque<Answer>> faults = new HashMap<>();
  private final Deque<UnavailableException> listFaults = new ArrayDeque<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean closed;

  /** Whether calls under way go on when this is closed. */
  volatile boolean deaf;

  FakeBuild(FakePace pace) {
    this.pace = pace;
  }

  FakeBuild jobs(String at, Job... now) {
    jobs.put(Duration.parse("PT" + at), List.of(now));
    return this;
  }

  /** How the jobs stand before anything else. */
  Job[] first() {
    return jobs.firstEntry().getValue().toArray(Job[]::new);
  }

  FakeBuild log(String job, String at, Answer now) {
    logs.computeIfAbsent(job, key -> new TreeMap<>()).put(Duration.parse("PT" + at), now);
    return this;
  }

  FakeBuild log(String job, String at, String text) {
    return log(job, at, text(text));
  }

  /** The next call for the log comes to this, whatever the time. */
  synchronized FakeBuild once(String job, Answer fault) {
    faults.computeIfAbsent(job, key -> new ArrayDeque<>()).add(fault);
    return this;
  }

  /** The next calls for the jobs fail. */
  FakeBuild listFaults(UnavailableException... next) {
    listFaults.addAll(List.of(next));
    return this;
  }

  /** Such as {@code 5s list} and {@code 5s log 8.1}. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  boolean isClosed() {
    return closed;
  }

  static Answer text(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  static Answer absent(boolean lasting, String message) {
    return () -> {
      throw new LogAbsentException(lasting, message);
    };
  }

  static Answer fault(UnavailableException e) {
    return () -> {
      throw e;
    };
  }

  /** A body that ends in the middle. */
  static Answer cut(String text) {
    return () ->
        new SequenceInputStream(
            text(text).open(),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });
  }

  static UnavailableException soon(String message) {
    return new UnavailableException(ProblemType.TRAVIS_FAULT, Hope.SOON, Optional.empty(), message);
  }

  static UnavailableException none(String message) {
    return new UnavailableException(
        ProblemType.TRAVIS_REFUSED, Hope.NONE, Optional.empty(), message);
  }

  static UnavailableException throttled(Duration... retryAfter) {
    return new UnavailableException(
        ProblemType.TRAVIS_THROTTLED,
        Hope.THROTTLED,
        List.of(retryAfter).stream().findFirst(),
        "Travis answered 429");
  }

  @Override
  public synchronized Siblings siblings() throws UnavailableException {
    called("list");
    if (!listFaults.isEmpty()) {
      throw listFaults.removeFirst();
    }
    return new Siblings(BuildInfo.UNKNOWN, jobs.floorEntry(pace.elapsed()).getValue(), List.of());
  }

  @Override
  public synchronized InputStream openLog(Job job) throws LogAbsentException, UnavailableException {
    called("log " + job.number());
    Deque<Answer> once = faults.getOrDefault(job.number(), new ArrayDeque<>());
    if (!once.isEmpty()) {
      return once.removeFirst().open();
    }
    TreeMap<Duration, Answer> answers = logs.getOrDefault(job.number(), new TreeMap<>());
    Map.Entry<Duration, Answer> answer = answers.floorEntry(pace.elapsed());
    if (answer == null) {
      throw new LogAbsentException(false, "is not there");
    }
    return answer.getValue().open();
  }

  private void called(String what) throws UnavailableException {
    if (closed && !deaf) {
      throw soon("closed");
    }
    calls.add(Span.of(pace.elapsed()) + " " + what);
  }

  @Override
  public void close() {
    closed = true;
    if (!deaf) {
      pace.hurry();
    }
  }
}
