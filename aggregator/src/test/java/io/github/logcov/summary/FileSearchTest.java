package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.SourcePath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which file somebody means. */
class FileSearchTest {
  private static final Set<SourcePath> FILES =
      new TreeSet<>(
          paths("a/tidy.py", "b/tidy.py", "src/untidy.py", "tidy.py", "src/util/wrap.py"));

  private static List<SourcePath> paths(String... paths) {
    return Stream.of(paths).map(SourcePath::new).toList();
  }

  private static FileSearch.Found found(String wanted) {
    return FileSearch.in(FILES, wanted);
  }

  @Test
  void isTheVeryFileBeforeAnyThatEndsSo() {
    assertThat(found("tidy.py").files()).isEqualTo(paths("tidy.py"));
    assertThat(found("./a/tidy.py").files()).isEqualTo(paths("a/tidy.py"));
  }

  @Test
  void isTheOneThatEndsSoAtABorderOfNames() {
    assertThat(found("util/wrap.py").files()).isEqualTo(paths("src/util/wrap.py"));
    assertThat(found("rap.py").isOne()).isFalse();
  }

  @Test
  void isNotClearWhereSeveralEndSo() {
    FileSearch.Found found = FileSearch.in(paths("a/x.py", "b/x.py"), "x.py");

    assertThat(found.isOne()).isFalse();
    assertThat(found.files()).isEqualTo(paths("a/x.py", "b/x.py"));
  }

  @Test
  void namesTheNearestWhereNoneIs() {
    assertThat(found("a/Tidi.py"))
        .isEqualTo(new FileSearch.Found(List.of(), paths("a/tidy.py", "b/tidy.py", "tidy.py")));
    assertThat(found("lib/warp.py").nearest()).isEqualTo(paths("src/util/wrap.py"));
    assertThat(found("something_else.c").nearest()).isEmpty();
    assertThat(found("").nearest()).isEmpty();
  }
}
