package io.github.logcov.summary.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TreemapTest {
  private static final Pattern RECTANGLE =
      Pattern.compile("<rect x=\"(.+?)\" y=\"(.+?)\" width=\"(.+?)\" height=\"(.+?)\">");

  @Test
  void fieldsAreAsLargeAsFilesMissLinesAndFillTheDrawing() throws IOException {
    Trees trees = new Trees();
    Random random = new Random(7);
    long missed = 0;
    for (int i = 0; i < 40; i++) {
      int lines = 1 + random.nextInt(300);
      trees.file("f%02d".formatted(i), 0, lines);
      missed += lines;
    }

    List<Rectangle2D> fields = fields(draw(trees));

    assertThat(fields).hasSize(40);
    double all = 0;
    for (int i = 0; i < fields.size(); i++) {
      Rectangle2D field = fields.get(i);
      all += field.getWidth() * field.getHeight();
      for (Rectangle2D other : fields.subList(0, i)) {
        Rectangle2D common = field.createIntersection(other);
        // Neighbours may touch by what rounding to a tenth leaves.
        assertThat(common.getWidth() > 0.15 && common.getHeight() > 0.15).isFalse();
      }
      assertThat(field.getMaxX()).isLessThanOrEqualTo(1000.2);
      assertThat(field.getMaxY()).isLessThanOrEqualTo(300.2);
    }
    assertThat(all).isCloseTo(300_000, within(1_500.0));
    double largest = fields.get(0).getWidth() * fields.get(0).getHeight();
    double smallest = fields.get(39).getWidth() * fields.get(39).getHeight();
    assertThat(largest).isGreaterThan(smallest);
    assertThat(missed).isPositive();
  }

  @Test
  void namesFileAndFigures() throws IOException {
    String drawing =
        draw(
            new Trees()
                .file("src/<a>.py", 1, 4)
                .file("src/b.py", 0, 2)
                .file("src/c.py", 9, 10)
                .file("src/whole.py", 3, 3));

    assertThat(drawing)
        .contains("<title>src/&lt;a&gt;.py: 3 missed of 4, 25.00 % covered</title>")
        .contains("<a href=\"#f0\" class=\"m1\" tabindex=\"-1\">")
        .contains("<a href=\"#f1\" class=\"m0\" tabindex=\"-1\">")
        .contains("<a href=\"#f2\" class=\"m3\" tabindex=\"-1\">")
        .doesNotContain("whole.py");
  }

  @Test
  void filesTooSmallToBeSeenAreOneField() throws IOException {
    Trees trees = new Trees();
    for (int i = 0; i < 300; i++) {
      trees.file("f%03d".formatted(i), 0, 1);
    }

    String drawing = draw(trees);

    assertThat(fields(drawing)).hasSize(251);
    assertThat(drawing).contains("<title>50 more files: 50 missed</title>");
  }

  @Test
  void oneOrTwoFilesNeedNoDrawing() throws IOException {
    assertThat(draw(new Trees().file("a", 0, 5).file("b", 1, 2))).isEmpty();
  }

  private static String draw(Trees trees) throws IOException {
    StringWriter out = new StringWriter();
    new Treemap(new Markup(out)).write(trees.coverage().files());
    return out.toString();
  }

  private static List<Rectangle2D> fields(String drawing) {
    List<Rectangle2D> fields = new ArrayList<>();
    Matcher matcher = RECTANGLE.matcher(drawing);
    while (matcher.find()) {
      fields.add(
          new Rectangle2D.Double(
              Double.parseDouble(matcher.group(1)),
              Double.parseDouble(matcher.group(2)),
              Double.parseDouble(matcher.group(3)),
              Double.parseDouble(matcher.group(4))));
    }
    return fields;
  }
}
