package io.github.logcov.format.jacoco;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.jacoco.ClassFiles.UnusableClassException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A class file that waits to be analysed. */
record TakenClass(ClassPlace place, byte[] file) {

  /** What came of it: the flow (nothing, where JaCoCo leaves the class out), or a fault. */
  record Analysed(
      ClassPlace place, Optional<ClassFlow> found, @Nullable IllegalArgumentException fault) {

    /** The flow; on the thread that can tell of the first fault in the order of the files. */
    Optional<ClassFlow> flow() throws UnusableClassException {
      if (fault != null) {
        String why = Excerpt.of(String.valueOf(fault.getMessage()));
        throw ClassFiles.Builder.unusable(
            place,
            "a class file that JaCoCo can analyse was expected, but: "
                + why
                + "; name the classes of this build, as the compiler wrote them",
            fault);
      }
      return found;
    }
  }

  /** On any thread. */
  Analysed analysed() {
    try {
      return new Analysed(place, ClassFlow.of(file), null);
    } catch (IllegalArgumentException e) {
      return new Analysed(place, Optional.empty(), e);
    }
  }
}
