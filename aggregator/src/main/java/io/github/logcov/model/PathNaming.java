package io.github.logcov.model;

/** What the paths of a report say of where its files lie. */
public enum PathNaming {
  /** Files of some folder. */
  FILES,
  /** Package and file name, below unknown roots of sources in any module. */
  PACKAGES,
  /** The same, and the report speaks of the module alone that it lies in. */
  PACKAGES_OF_MODULE
}
