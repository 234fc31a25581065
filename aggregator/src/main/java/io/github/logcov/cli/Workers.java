package io.github.logcov.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on many things at once, as many as there are cores. */
final class Workers {
  private Workers() {}

  /** What is done with each thing. */
  interface Task<T> {
    void accept(T thing) throws Exception;
  }

  /** Returns when all is done; the first failure, in the order of the things, is thrown on. */
  static <T> void forEach(List<T> things, Task<T> task) {
    int threads = Math.max(1, Math.min(things.size(), Runtime.getRuntime().availableProcessors()));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (T thing : things) {
        running.add(
            pool.submit(
                () -> {
                  task.accept(thing);
                  return null;
                }));
      }
      for (Future<?> future : running) {
        await(future);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new WorkFailedException(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkFailedException(e);
    }
  }

  /** A fault of ours on another thread. */
  static final class WorkFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkFailedException(Throwable cause) {
      super(cause);
    }
  }
}
