package io.github.logcov.format.jacoco;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * Class files that are analysed by other processors, where there are any, while more are taken. Not
 * thread-safe.
 */
final class TakenClasses {
  /** So much is analysed at a time: others begin soon, and few classes need no others. */
  private static final long BATCH_BYTES = 1 << 18;

  /** So many batches may wait: enough for several processors, and little memory. */
  private static final int MAX_WAITING = 16;

  private final List<TakenClass> next = new ArrayList<>();
  private long bytes;

  /** In the order of the files. */
  private final Deque<ForkJoinTask<List<TakenClass.Analysed>>> begun = new ArrayDeque<>();

  /** Of those before. */
  private final List<TakenClass.Analysed> done = new ArrayList<>();

  boolean isEmpty() {
    return next.isEmpty() && begun.isEmpty();
  }

  void add(TakenClass file) {
    next.add(file);
    bytes += file.file().length;
    if (bytes > BATCH_BYTES) {
      letGoOfDone();
      if (begun.size() < MAX_WAITING) {
        nextBatch().fork();
      } else {
        nextBatch().invoke();
      }
    }
  }

  private ForkJoinTask<List<TakenClass.Analysed>> nextBatch() {
    List<TakenClass> files = List.copyOf(next);
    next.clear();
    bytes = 0;
    ForkJoinTask<List<TakenClass.Analysed>> batch =
        ForkJoinTask.adapt(() -> files.stream().map(TakenClass::analysed).toList());
    begun.add(batch);
    return batch;
  }

  /** A batch holds its files. */
  private void letGoOfDone() {
    while (!begun.isEmpty() && begun.getFirst().isDone()) {
      done.addAll(begun.remove().join());
    }
  }

  /** What came of all, in the order of the files; afterwards there are none. */
  List<TakenClass.Analysed> analysed() {
    nextBatch().invoke();
    // Others begin with the first one; those that are still to be begun are done here, from the
    // end.
    begun.descendingIterator().forEachRemaining(ForkJoinTask::join);
    letGoOfDone();
    List<TakenClass.Analysed> all = List.copyOf(done);
    done.clear();
    return all;
  }
}
