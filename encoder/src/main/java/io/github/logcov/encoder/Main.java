package io.github.logcov.encoder;

/** {@code java -jar logcov-emit.jar}. */
public final class Main {
  private Main() {}

  /** Prints report files as frames. */
  public static void main(String[] args) {
    System.err.println("logcov-emit: nothing is there yet");
    System.exit(2);
  }
}
