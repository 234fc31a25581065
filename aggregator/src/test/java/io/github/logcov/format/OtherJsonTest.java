package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.ReportFormats;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON of other tools is not taken for a report that is read, whatever it is called. */
class OtherJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "istanbul, deeper | {'x': {'/r/a.js': {'path': '/r/a.js', 'statementMap': {'0': {}}}}}",
        "istanbul summary | {'total': {'lines': {'total': 3, 'covered': 2, 'pct': 66.66}}}",
        "gcov | {'gcc_version': '12', 'files': [{'file': 'a.c', 'functions': [], 'lines': []}]}",
        "simplecov's last run | {'result': {'line': 97.5}}",
        "coverage of something | {'coverage': {'/r/a.rb': {'lines': [1]}}}",
        "a command without files | {'RSpec': {'coverage': 97.5}}",
        "data | {'data': [{'files': [{'filename': 'a', 'summary': 'b'}]}], 'type': 'files'}",
        "coveralls | {'service_name': 'x', 'source_files': [{'name': 'a.py', 'coverage': [1]}]}",
        "pytest-json-report | {'created': 1.5, 'exitcode': 0, 'root': '/r', 'tests': []}",
        "npm | {'name': 'x', 'files': ['lib'], 'version': '1.0.0'}",
        "another meta | {'meta': {'version': '1', 'format': 3}, 'files': {'a.py': {'lines': []}}}",
        "an array | [{'meta': {'branch_coverage': true}}]",
        "deeper | {'x': {'meta': {'branch_coverage': true}}}",
        "a string | '{meta: {branch_coverage: true}}'",
      })
  void isNotRecognised(String tool, String json) {
    byte[] content = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThat(ReportFormats.all(FormatLimits.DEFAULT).recognise(Fixtures.file(content)))
        .as(tool)
        .isEmpty();
  }

  @Test
  void isRecognisedThoughTheFirstFileIsLongerThanTheHead() {
    String json =
        "{\"files\": {\"a.py\": {\"excluded_lines\": ["
            + "1, ".repeat(4000)
            + "1]}}, \"meta\": {}}";

    assertThat(
            ReportFormats.all(FormatLimits.DEFAULT)
                .recognise(Fixtures.file(json.getBytes(StandardCharsets.UTF_8)))
                .map(ReportFormat::name))
        .contains("coveragepy");
  }
}
