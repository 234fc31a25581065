package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jobs are called. */
class JobNamesTest {
  private static final Shown SHOWN = new Shown(Optional.empty());

  private static List<String> names(String... configs) throws IOException {
    List<String> jobs = new ArrayList<>();
    for (int i = 1; i <= configs.length; i++) {
      jobs.add(
          "{\"id\": %d, \"number\": \"8.%d\", \"state\": \"passed\", \"config\": %s}"
              .formatted(i, i, configs[i - 1]));
    }
    String json = "{\"jobs\": [" + String.join(",", jobs) + "]}";
    JobList list = new JobListAdapter(SHOWN).fromJson(JsonReader.of(new Buffer().writeUtf8(json)));
    Map<String, String> names = JobNames.of(list.jobs(), SHOWN);
    return list.jobs().stream().map(job -> names.getOrDefault(job.id(), "-")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "{\"name\": \"lint\", \"python\": \"3.9\"}; lint",
        "{\"name\": \" \", \"python\": \"3.9\"}; python 3.9",
        "{\"name\": 7}; 7",
        "{\"python\": \"3.10\"}; python 3.10",
        "{\"python\": 3.10}; python 3.10",
        "{\"node_js\": 18}; node_js 18",
        "{\"node_js\": 0.10}; node_js 0.10",
        "{\"go\": \"1.x\", \"os\": \"linux\"}; go 1.x",
        "{\"rvm\": \"2.7\", \"jdk\": \"openjdk17\"}; jdk openjdk17, rvm 2.7",
        "{\"otp_release\": \"25.0\", \"elixir\": \"1.14\"}; elixir 1.14, otp_release 25.0",
        "{\"env\": \"DB=pg FOO=[secure]\"}; DB=pg FOO=[secure]",
        "{\"env\": [\"A=1\", \"B=2\"], \"rust\": \"stable\"}; rust stable, A=1 B=2",
        "{\"env\": {\"global\": \"A=1\"}}; -",
        "{\"env\": null, \"php\": false}; php false",
        "{\"python\": [[\"3.8\", null], 3]}; python 3.8 3",
        "{\"language\": \"c\", \"script\": [\"make\"]}; -",
        "{}; -",
        "null; -"
      })
  void areConfiguredOrMadeOfTheMatrix(String config, String name) throws IOException {
    assertThat(names(config)).containsExactly(name);
  }

  @Test
  void tellWhatDiffersAndNotWhatIsTheSame() throws IOException {
    assertThat(
            names(
                "{\"os\": \"linux\", \"dist\": \"jammy\", \"arch\": \"amd64\"}",
                "{\"os\": \"osx\", \"dist\": \"jammy\"}",
                "{\"os\": \"linux\", \"dist\": \"jammy\", \"compiler\": \"gcc\"}"))
        .containsExactly("os linux, arch amd64", "os osx", "os linux, compiler gcc");
  }
}
