package io.github.logcov.summary.html;

import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import io.github.logcov.verdict.Percent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * A drawing of the missed lines: one rectangle per file, as large as the file misses lines, laid
 * out squarified (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000), the largest first. Its
 * colour says what part of the file is covered.
 */
final class Treemap {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 300;

  /** Smaller ones could not be seen; they are one rectangle together. */
  private static final int MOST = 250;

  /** Fewer are seen in the table at one glance. */
  private static final int FEWEST = 3;

  /** About what a letter of the labels is wide. */
  private static final double LETTER = 6.5;

  private final Markup page;

  Treemap(Markup page) {
    this.page = page;
  }

  /** One rectangle to be. */
  private record Tile(String label, String title, int file, int shade, long missed) {}

  void write(SortedMap<SourcePath, FileCoverage> files) throws IOException {
    List<Tile> tiles = tiles(files);
    if (tiles.size() < FEWEST) {
      return;
    }
    page.element("h2", "Missed lines").line();
    page.element(
            "p",
            "Each field is a file, as large as it misses lines; red ones are hardly covered, green"
                + " ones nearly whole. The table below has the same in figures.",
            "class",
            "note")
        .line();
    page.open(
            "svg",
            "class",
            "map",
            "viewBox",
            "0 0 1000 300",
            "role",
            "group",
            "aria-label",
            "missed lines by file")
        .line();
    lay(tiles, 0, 0, WIDTH, HEIGHT);
    page.close().line();
  }

  private static List<Tile> tiles(SortedMap<SourcePath, FileCoverage> files) {
    List<Tile> tiles = new ArrayList<>();
    int number = 0;
    for (Map.Entry<SourcePath, FileCoverage> entry : files.entrySet()) {
      Ratio lines = entry.getValue().lines();
      if (lines.missed() > 0) {
        String path = entry.getKey().value();
        tiles.add(
            new Tile(
                path.substring(path.lastIndexOf('/') + 1),
                "%s: %s missed of %s, %s %% covered"
                    .formatted(
                        path, lines.missed(), lines.total(), Percent.of(lines).orElseThrow()),
                number,
                (int) Math.min(3, 4 * lines.covered() / lines.total()),
                lines.missed()));
      }
      number++;
    }
    // Stable, so files that miss as many stay in the order of their paths.
    tiles.sort(Comparator.comparingLong(Tile::missed).reversed());
    if (tiles.size() <= MOST) {
      return tiles;
    }
    List<Tile> shown = new ArrayList<>(tiles.subList(0, MOST));
    List<Tile> rest = tiles.subList(MOST, tiles.size());
    long missed = rest.stream().mapToLong(Tile::missed).sum();
    String others = rest.size() + " more files";
    Tile together = new Tile(others, others + ": " + missed + " missed", -1, 4, missed);
    shown.add(together);
    return shown;
  }

  /** Lays tiles out in a field, row by row along its shorter side. */
  private void lay(List<Tile> tiles, double x, double y, double width, double height)
      throws IOException {
    double sum = tiles.stream().mapToLong(Tile::missed).sum();
    List<Tile> rest = tiles;
    while (!rest.isEmpty()) {
      double scale = width * height / sum;
      double side = Math.min(width, height);
      int count = 1;
      while (count < rest.size() && isBetter(rest, count, scale, side)) {
        count++;
      }
      List<Tile> row = rest.subList(0, count);
      double area = row.stream().mapToLong(Tile::missed).sum();
      double depth = area * scale / side;
      double at = 0;
      for (Tile tile : row) {
        double length = tile.missed() / area * side;
        if (width >= height) {
          tile(tile, x, y + at, depth, length);
        } else {
          tile(tile, x + at, y, length, depth);
        }
        at += length;
      }
      if (width >= height) {
        x += depth;
        width -= depth;
      } else {
        y += depth;
        height -= depth;
      }
      sum -= area;
      rest = rest.subList(count, rest.size());
    }
  }

  /** Whether a row of one tile more is nearer to squares. */
  private static boolean isBetter(List<Tile> tiles, int count, double scale, double side) {
    return worst(tiles.subList(0, count + 1), scale, side)
        <= worst(tiles.subList(0, count), scale, side);
  }

  /** The proportion of the tile of a row that is least a square. */
  private static double worst(List<Tile> row, double scale, double side) {
    double area = row.stream().mapToLong(Tile::missed).sum() * scale;
    double largest = row.get(0).missed() * scale;
    double smallest = row.get(row.size() - 1).missed() * scale;
    return Math.max(side * side * largest / (area * area), area * area / (side * side * smallest));
  }

  private void tile(Tile tile, double x, double y, double width, double height) throws IOException {
    String shade = "m" + tile.shade();
    if (tile.file() >= 0) {
      // Not a stop for the Tab key: hundreds of them would stand before the table, which has the
      // same.
      page.open("a", "href", "#f" + tile.file(), "class", shade, "tabindex", "-1");
    } else {
      page.open("g", "class", shade);
    }
    page.element("title", tile.title());
    page.open(
            "rect",
            "x",
            number(x),
            "y",
            number(y),
            "width",
            number(width),
            "height",
            number(height))
        .close();
    int letters = (int) ((width - 8) / LETTER);
    if (height >= 16 && letters >= 4) {
      String label = tile.label();
      String cut = label.length() <= letters ? label : label.substring(0, letters - 1) + "\u2026";
      page.element("text", cut, "x", number(x + 4), "y", number(y + 13), "aria-hidden", "true");
    }
    page.close().line();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
