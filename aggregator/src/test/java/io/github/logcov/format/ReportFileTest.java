package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportFileTest {
  @Test
  void showsTheHeadAndStreamsTheWhole() throws Exception {
    byte[] content = new byte[10_000];
    new Random(1).nextBytes(content);
    ReportFile file = new ReportFile("build/report", new ByteArrayInputStream(content));

    assertThat(file.path()).isEqualTo("build/report");
    assertThat(file.head()).isEqualTo(Arrays.copyOf(content, 4096));
    assertThat(file.content().readAllBytes()).isEqualTo(content);
    assertThat(file.head()).hasSize(4096);
  }

  @Test
  void streamsOneByteAtATime() throws Exception {
    ReportFile file = Fixtures.file(new byte[] {1, -1});
    var content = file.content();

    assertThat(new int[] {content.read(), content.read(), content.read()})
        .containsExactly(1, 255, -1);
  }

  @Test
  void handsOutItsContentOnce() {
    ReportFile file = Fixtures.file(new byte[3]);
    file.content();

    assertThatThrownBy(file::content)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the content of report was read already");
  }
}
