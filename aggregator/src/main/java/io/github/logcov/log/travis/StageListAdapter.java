package io.github.logcov.log.travis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code stages}. */
final class StageListAdapter extends AnswerAdapter<StageList> {
  StageListAdapter(Shown shown) {
    super("stages", shown);
  }

  @Override
  StageList list(JsonCursor json) throws IOException {
    List<ApiStage> stages = new ArrayList<>();
    json.array(() -> stage(json).ifPresent(stages::add));
    return new StageList(stages);
  }

  /** One stage, in whatever object; empty for null, which a job without a stage has. */
  static Optional<ApiStage> stage(JsonCursor json) throws IOException {
    Fields fields = new Fields();
    json.objectOrNull(
        field -> {
          fields.present = true;
          switch (field) {
            case "id" -> fields.id = json.id();
            case "number" -> fields.number = json.position();
            case "name" -> fields.name = json.text();
            default -> json.skip();
          }
        });
    return fields.present
        ? Optional.of(new ApiStage(fields.id, fields.number, fields.name))
        : Optional.empty();
  }

  private static final class Fields {
    boolean present;
    Optional<String> id = Optional.empty();
    Optional<Integer> number = Optional.empty();
    Optional<String> name = Optional.empty();
  }
}
