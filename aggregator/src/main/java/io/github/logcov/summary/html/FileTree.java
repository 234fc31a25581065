package io.github.logcov.summary.html;

import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import io.github.logcov.verdict.Percent;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/** The table of folders and files, which the page's script sorts, filters and folds. */
final class FileTree {
  /** Deeper ones are not indented further. */
  private static final int DEEPEST = 8;

  /** So many rows are laid out at once; the script adds the others as they come into view. */
  private static final int FIRST_ROWS = 300;

  private final Markup page;
  private final boolean branches;
  private int written;

  FileTree(Markup page, boolean branches) {
    this.page = page;
    this.branches = branches;
  }

  void write(SortedMap<SourcePath, FileCoverage> files) throws IOException {
    page.element("h2", "Files").line();
    page.open("p", "class", "controls scripted", "hidden", "")
        .lone(
            "input",
            "type",
            "search",
            "id",
            "filter",
            "placeholder",
            "filter by words of the path (press /)",
            "aria-label",
            "filter files by words of the path")
        .open("label")
        .lone("input", "type", "checkbox", "id", "only-missed")
        .text(" only with something missed")
        .close()
        .element("button", "fold or unfold all", "id", "fold", "type", "button")
        .element("span", "", "id", "count", "role", "status")
        .close()
        .line();
    page.open("div", "class", "wide").open("table", "id", "files-table").open("thead").open("tr");
    heading("path", "file", "", "ascending");
    heading("total", "lines", "n narrow-no", "descending");
    heading("missed", "missed", "n", "descending");
    heading("lines", "covered", "n", "ascending");
    page.open("th", "class", "b").close();
    if (branches) {
      heading("branches", "branches", "n", "ascending");
    }
    page.close().close().line().open("tbody", "id", "tree").line();
    rows(FileNode.treeOf(files), 0);
    if (written <= FIRST_ROWS) {
      page.close().close().close().line();
    } else {
      page.close().line();
    }
    page.open("p", "class", "controls scripted", "hidden", "")
        .element("button", "more rows", "id", "more-rows", "type", "button")
        .close()
        .line();
  }

  private void heading(String key, String text, String type, String first) throws IOException {
    page.open("th", "data-key", key, "class", type, "data-first", first)
        .element("button", text, "type", "button")
        .close();
  }

  private void rows(List<FileNode> nodes, int depth) throws IOException {
    for (FileNode node : nodes) {
      if (written++ == FIRST_ROWS) {
        page.close().close().close().line();
        page.own("<noscript><p>The other files need JavaScript.</p></noscript>\n");
        page.open("template", "id", "later-rows").line();
      }
      row(node, depth);
      rows(node.children(), depth + 1);
    }
  }

  private void row(FileNode node, int depth) throws IOException {
    ArmBounds arms = node.arms();
    page.open(
        "tr",
        "class",
        node.isFolder() ? "folder" : "",
        "data-depth",
        Integer.toString(depth),
        "data-path",
        node.path(),
        "data-lines",
        share(node.lines()),
        "data-missed",
        Long.toString(node.lines().missed()),
        "data-total",
        Long.toString(node.lines().total()),
        "data-branches",
        share(arms.ratio()),
        "data-partial",
        arms.lower() < arms.total() ? "1" : "0");
    page.open("td", "class", "path d" + Math.min(depth, DEEPEST));
    if (node.isFolder()) {
      page.element("button", node.name(), "type", "button", "aria-expanded", "true");
    } else {
      page.element("a", node.name(), "href", "#f" + node.file());
    }
    page.close();
    page.element("td", Long.toString(node.lines().total()), "class", "n narrow-no");
    page.element("td", Long.toString(node.lines().missed()), "class", "n");
    page.element("td", percent(node.lines()), "class", "n " + quality(node.lines()));
    page.open("td", "class", "b");
    Bar.write(page, node.lines());
    page.close();
    if (branches) {
      String range = arms.isExact() ? "" : "\u2265 ";
      page.element("td", range + percent(arms.ratio()), "class", "n " + quality(arms.ratio()));
    }
    page.close().line();
  }

  /** A number to sort by: nothing to cover comes after all. */
  private static String share(Ratio ratio) {
    return ratio.total() == 0 ? "2" : Double.toString((double) ratio.covered() / ratio.total());
  }

  private static String percent(Ratio ratio) {
    return Percent.of(ratio).map(percent -> percent + " %").orElse("\u2013");
  }

  private static String quality(Ratio ratio) {
    return ratio.missed() == 0 ? "" : ratio.covered() == 0 ? "bad" : "half";
  }
}
