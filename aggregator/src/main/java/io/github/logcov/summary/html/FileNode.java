package io.github.logcov.summary.html;

import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder or a file of the tree. A folder with nothing but one folder in it is one with that.
 *
 * @param name as shown: the rest of the path below the parent
 * @param path the whole path
 * @param file the number of the file, -1 for a folder
 * @param lines of all that is below
 * @param arms of all that is below
 * @param children by name, folders and files mixed; none of a file
 */
record FileNode(
    String name, String path, int file, Ratio lines, ArmBounds arms, List<FileNode> children) {

  /** The top folders and files of a coverage; files have the numbers of their order. */
  static List<FileNode> treeOf(SortedMap<SourcePath, FileCoverage> files) {
    Folder root = new Folder("");
    int number = 0;
    for (Map.Entry<SourcePath, FileCoverage> entry : files.entrySet()) {
      root.add(entry.getKey().value(), number++, entry.getValue());
    }
    return root.nodes("");
  }

  boolean isFolder() {
    return file < 0;
  }

  /** A folder while it is filled. */
  private static final class Folder {
    private final String path;
    private final SortedMap<String, Folder> folders = new TreeMap<>();
    private final SortedMap<String, FileNode> files = new TreeMap<>();

    Folder(String path) {
      this.path = path;
    }

    void add(String whole, int number, FileCoverage coverage) {
      Folder folder = this;
      int from = 0;
      for (int slash = whole.indexOf('/', 1); slash >= 0; slash = whole.indexOf('/', from)) {
        String above = whole.substring(0, slash);
        folder =
            folder.folders.computeIfAbsent(whole.substring(from, slash), name -> new Folder(above));
        from = slash + 1;
      }
      String name = whole.substring(from);
      folder.files.put(
          name, new FileNode(name, whole, number, coverage.lines(), coverage.arms(), List.of()));
    }

    List<FileNode> nodes(String above) {
      List<FileNode> nodes = new ArrayList<>();
      folders.values().forEach(folder -> nodes.add(folder.node(above)));
      nodes.addAll(files.values());
      return nodes;
    }

    private FileNode node(String above) {
      Folder folder = this;
      while (folder.files.isEmpty() && folder.folders.size() == 1) {
        folder = folder.folders.values().iterator().next();
      }
      List<FileNode> children = folder.nodes(folder.path + "/");
      Ratio lines = Ratio.NONE;
      ArmBounds arms = ArmBounds.NONE;
      for (FileNode child : children) {
        lines = lines.plus(child.lines);
        arms = arms.plus(child.arms);
      }
      String name = folder.path.substring(above.length()) + "/";
      return new FileNode(name, folder.path, -1, lines, arms, children);
    }
  }
}
