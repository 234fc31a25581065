package io.github.logcov.log;

import java.util.Locale;
import java.util.Set;

/**
 * Files that people keep beside logs, and that are none. All others are logs: job numbers and names
 * have dots of their own ({@code 8112.10}, {@code test (3.10)}), so a list of endings that are logs
 * would miss some.
 */
final class OtherFiles {
  private static final Set<String> ENDINGS =
      Set.of(
          "json",
          "xml",
          "info",
          "md",
          "rst",
          "html",
          "htm",
          "css",
          "js",
          "py",
          "sh",
          "bat",
          "ps1",
          "java",
          "yml",
          "yaml",
          "toml",
          "ini",
          "cfg",
          "properties",
          "csv",
          "exec",
          "jar",
          "class",
          "pdf",
          "png",
          "jpg",
          "svg",
          "ico",
          "sha1",
          "sha256",
          "sha512",
          "md5",
          "asc",
          "sig",
          "bak",
          "swp",
          "lnk");

  private static final Set<String> NAMES =
      Set.of(
          "SHA256SUMS",
          "SHA512SUMS",
          "MD5SUMS",
          "README",
          "README.txt",
          "LICENSE",
          "Thumbs.db",
          "Makefile");

  private OtherFiles() {}

  /** Whether a file of that name is no log. */
  static boolean include(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return NAMES.contains(fileName)
        || fileName.endsWith("~")
        || (dot > 0 && ENDINGS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }
}
