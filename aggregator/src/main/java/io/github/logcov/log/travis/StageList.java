package io.github.logcov.log.travis;

import java.util.List;

/** The answer to {@code GET /build/ID/stages}. */
record StageList(List<ApiStage> stages) {
  StageList {
    stages = List.copyOf(stages);
  }
}
