package io.github.logcov.encoder;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The variables that a CI or a shell sets for everybody: nobody masks them, so their values are not
 * looked for.
 *
 * <p>The same list stands in {@code scripts/logcov-emit.sh}; a test compares them. {@code NAME} is
 * this very name; {@code NAME*} are all that begin so, unless a {@code !WORD} is in the name (in
 * upper case).
 */
final class ExemptVariables {
  static final List<String> LIST =
      Collections.unmodifiableList(
          Arrays.asList(
              "!TOKEN",
              "!PASS",
              "!SECRET",
              "!KEY",
              "!AUTH",
              "!CREDENTIAL",
              "TRAVIS",
              "TRAVIS_*",
              "LOGCOV_*",
              "CI",
              "CONTINUOUS_INTEGRATION",
              "HAS_JOSH_K_SEAL_OF_APPROVAL",
              "PATH",
              "HOME",
              "LANG",
              "LANGUAGE",
              "LC_*",
              "USER",
              "USERNAME",
              "LOGNAME",
              "SHELL",
              "PWD",
              "OLDPWD",
              "TERM",
              "TERMINFO",
              "COLORTERM",
              "FORCE_COLOR",
              "NO_COLOR",
              "HOST",
              "HOSTNAME",
              "HOSTTYPE",
              "MACHTYPE",
              "OSTYPE",
              "VENDOR",
              "OS",
              "SHLVL",
              "PAGER",
              "MANPATH",
              "EDITOR",
              "VISUAL",
              "TZ",
              "TMPDIR",
              "TEMP",
              "TMP",
              "DISPLAY",
              "MAIL",
              "LS_COLORS",
              "COLUMNS",
              "LINES",
              "_",
              "IFS",
              "OPTIND",
              "PPID",
              "PS1",
              "PS2",
              "PS4",
              "UID",
              "EUID",
              "XDG_*",
              "SSH_*",
              "SSH_AUTH_SOCK",
              "BASH*",
              "ZSH*",
              "JAVA_HOME",
              "JAVA_OPTS",
              "JAVA_TOOL_OPTIONS",
              "JDK_JAVA_OPTIONS",
              "JDK_HOME",
              "MAVEN_OPTS",
              "MAVEN_HOME",
              "M2_HOME",
              "GRADLE_OPTS",
              "GRADLE_HOME",
              "PYTHON*",
              "PYENV_*",
              "VIRTUAL_ENV",
              "VIRTUAL_ENV_PROMPT",
              "TOX*",
              "GOPATH",
              "GOROOT",
              "GIMME_*",
              "GO111MODULE",
              "NODE*",
              "NVM_*",
              "npm_*",
              "RBENV_*",
              "GEM_*",
              "rvm_*",
              "RUBY*",
              "RUBY_VERSION",
              "RACK_ENV",
              "RAILS_ENV",
              "MERB_ENV",
              "JRUBY_OPTS",
              "CARGO_HOME",
              "RUSTUP_HOME",
              "CC",
              "CXX",
              "CC_FOR_BUILD",
              "CXX_FOR_BUILD",
              "COMPILER",
              "CASHER_DIR",
              "DEBIAN_FRONTEND",
              "GITHUB_*",
              "RUNNER_*",
              "TF_BUILD",
              "GITLAB_CI",
              "CI_*",
              "CIRCLE",
              "APPVEYOR",
              "BUILDKITE",
              "JOB_NAME",
              "BUILD_NUMBER",
              "EXECUTOR_NUMBER",
              "NODE_NAME",
              "NODE_LABELS",
              "WORKSPACE",
              "INVOCATION_ID",
              "JOURNAL_STREAM",
              "LESSOPEN",
              "LESSCLOSE",
              "DBUS_SESSION_BUS_ADDRESS",
              "WINDOWID",
              "WINDIR",
              "SYSTEMROOT",
              "SYSTEMDRIVE",
              "PROCESSOR_*",
              "NUMBER_OF_PROCESSORS",
              "PROGRAMFILES*",
              "COMSPEC",
              "PATHEXT",
              "MSYSTEM*",
              "MINGW_*",
              "ALLUSERSPROFILE",
              "APPDATA",
              "LOCALAPPDATA",
              "USERPROFILE",
              "USERDOMAIN*",
              "COMPUTERNAME"));

  private ExemptVariables() {}

  /** Whether values of this variable may be masked by accident only, so need no salt. */
  static boolean contains(String name) {
    if (LIST.contains(name)) {
      return true;
    }
    String upper = name.toUpperCase(Locale.ROOT);
    boolean prefixed = false;
    for (String entry : LIST) {
      if (entry.startsWith("!") && upper.contains(entry.substring(1))) {
        return false;
      }
      prefixed |= entry.endsWith("*") && name.startsWith(entry.substring(0, entry.length() - 1));
    }
    return prefixed;
  }
}
