package io.github.logcov.cli;

import io.github.logcov.summary.FileView;
import io.github.logcov.summary.FileView.Order;
import io.github.logcov.summary.FileView.Shown;
import io.github.logcov.summary.SourceTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which forms an outcome is shown and written. */
final class ReportOptions {
  @Option(
      names = "--show",
      paramLabel = "FILES",
      description = "Files in the text: missed (default), all, none.")
  @Nullable String show;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description =
          "Order of these files: path (default), missed (most missed lines first), percent (lowest"
              + " first).")
  @Nullable String sort;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
  @Nullable String json;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=PATH",
      description =
          "Write the result in another form; repeatable. FORMAT is html (one page, with sources),"
              + " markdown (for a comment or job summary), text (as on the terminal), json (for"
              + " programs), cobertura (coverage.xml), lcov (tracefile) or badge (SVG).")
  List<String> reports = new ArrayList<>();

  /** Which files are listed. */
  FileView view() throws UsageException {
    return new FileView(
        show == null ? Shown.MISSED : word("--show", show, Shown.values(), Shown::word),
        sort == null ? Order.PATH : word("--sort", sort, Order.values(), Order::word));
  }

  private static <T> T word(String option, String text, T[] values, Function<T, String> word)
      throws UsageException {
    for (T value : values) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    throw new UsageException(
        "%s: expected %s, but found \"%s\""
            .formatted(
                option, Arrays.stream(values).map(word).collect(Collectors.joining(", ")), text));
  }

  /** The files to write, in the order of the command line, {@code --json} last. */
  List<SummaryFile> files(Console console, Optional<Path> root, Insights insights)
      throws UsageException {
    if (reports.isEmpty() && json == null) {
      return List.of();
    }
    SourceTexts sources = root.<SourceTexts>map(CheckoutSources::new).orElse(SourceTexts.NONE);
    List<SummaryForm> forms = SummaryForms.all(view(), insights, sources, Version.current());
    Map<Path, SummaryFile> files = new LinkedHashMap<>();
    for (String report : reports) {
      int equals = report.indexOf('=');
      SummaryForm form = form(forms, report.substring(0, Math.max(0, equals)), report);
      add(files, "--report " + form.name(), form, report.substring(equals + 1), console);
    }
    if (json != null) {
      add(files, "--json", form(forms, SummaryForms.JSON, json), json, console);
    }
    return List.copyOf(files.values());
  }

  private static SummaryForm form(List<SummaryForm> forms, String name, String found)
      throws UsageException {
    return forms.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--report: expected FORMAT=PATH, FORMAT being one of %s, but found \"%s\""
                        .formatted(
                            forms.stream().map(SummaryForm::name).collect(Collectors.joining(", ")),
                            found)));
  }

  private static void add(
      Map<Path, SummaryFile> files, String option, SummaryForm form, String path, Console console)
      throws UsageException {
    Path file = Values.path(console, option, path);
    SummaryFile before =
        files.putIfAbsent(file.toAbsolutePath().normalize(), new SummaryFile(option, form, file));
    if (before != null) {
      throw new UsageException(
          "%s: %s is written by %s already; name another file"
              .formatted(option, path, before.option()));
    }
  }
}
