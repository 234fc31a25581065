package io.github.logcov.setup;

/** The files of the folder that is set up. */
public interface ProjectFiles {

  /** Whether there is a file of this name, right in the folder. */
  boolean has(String name);

  /**
   * What is in it: UTF-8, perhaps cut; empty where there is no such file or it cannot be read. Only
   * words are looked for in it.
   */
  String text(String name);
}
