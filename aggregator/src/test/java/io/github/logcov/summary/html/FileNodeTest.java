package io.github.logcov.summary.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNodeTest {
  @Test
  void aFolderHasTheSumOfWhatIsBelow() {
    List<FileNode> tree =
        FileNode.treeOf(
            new Trees()
                .file("src/a.py", 1, 2)
                .file("src/b/c.py", 3, 4)
                .file("top.py", 5, 5)
                .coverage()
                .files());

    assertThat(tree.stream().map(FileNodeTest::show))
        .containsExactly("src/ 4/6 [b/ 3/4 [c.py#1 3/4], a.py#0 1/2]", "top.py#2 5/5");
  }

  @Test
  void aFolderWithOneFolderAloneIsOneWithThat() {
    List<FileNode> tree =
        FileNode.treeOf(
            new Trees()
                .file("app/src/main/java/A.java", 1, 1)
                .file("app/src/main/java/B.java", 0, 1)
                .coverage()
                .files());

    assertThat(tree.stream().map(FileNodeTest::show))
        .containsExactly("app/src/main/java/ 1/2 [A.java#0 1/1, B.java#1 0/1]");
    assertThat(tree.get(0).path()).isEqualTo("app/src/main/java");
  }

  @Test
  void anAbsolutePathBeginsWithItsSlash() {
    List<FileNode> tree =
        FileNode.treeOf(new Trees().file("/usr/include/x.h", 1, 1).coverage().files());

    assertThat(tree.stream().map(FileNodeTest::show))
        .containsExactly("/usr/include/ 1/1 [x.h#0 1/1]");
  }

  private static String show(FileNode node) {
    String below =
        node.isFolder() ? " " + node.children().stream().map(FileNodeTest::show).toList() : "";
    String number = node.isFolder() ? "" : "#" + node.file();
    return node.name() + number + " " + node.lines().covered() + "/" + node.lines().total() + below;
  }
}
