package io.github.logcov.source;

import java.util.List;
import java.util.Optional;

/** Folders where CI services and container images are known to check a repository out. */
final class CiRoots {

  /**
   * {@code *} is one folder. The first that matches is taken. Sources: the environment
   * documentation of each service; Git Bash writes {@code C:/} as {@code /c/}, which is undone
   * before.
   */
  private static final List<RawPath> ROOTS =
      List.of(
              // Travis CI: OWNER/REPO.
              "/home/travis/build/*/*",
              "/Users/travis/build/*/*",
              "C:/Users/travis/build/*/*",
              // Azure Pipelines, whose first part is a number, before GitHub Actions: REPO/REPO.
              "/home/vsts/work/*/s",
              "/Users/runner/work/*/s",
              "D:/a/*/s",
              "/__w/*/s",
              "/home/runner/work/*/*",
              "/Users/runner/work/*/*",
              "D:/a/*/*",
              "/__w/*/*",
              "/github/workspace",
              // GitLab: GROUP/PROJECT.
              "/builds/*/*",
              "/home/circleci/project",
              "/home/circleci/repo",
              "/root/project",
              "/root/repo",
              "C:/projects/*",
              "/home/appveyor/projects/*",
              "/drone/src",
              "/tmp/cirrus-ci-build",
              "/opt/atlassian/pipelines/agent/build",
              "/var/lib/jenkins/workspace/*",
              "/home/jenkins/workspace/*",
              "/home/jenkins/agent/workspace/*",
              // Containers.
              "/usr/src/app",
              "/workspace",
              "/app")
          .stream()
          .map(RawPath::of)
          .toList();

  private CiRoots() {}

  /**
   * The path below the root, relative; empty when it lies below none. A root that the build
   * directory lies in is passed over: another repository that was checked out beside is not this
   * one.
   */
  static Optional<RawPath> below(RawPath path, Optional<RawPath> buildDirectory) {
    RawPath windows = path.asWindows();
    Optional<RawPath> own = buildDirectory.map(RawPath::asWindows);
    return ROOTS.stream()
        .filter(root -> matches(root, windows) && windows.parts().size() > root.parts().size())
        .filter(root -> own.filter(folder -> matches(root, folder)).isEmpty())
        .findFirst()
        .map(root -> windows.from(root.parts().size()));
  }

  /**
   * Whether the path lies in another checkout beside the build directory, as {@code
   * /home/travis/build/o/other/a.py} does: not to be looked up by its end.
   */
  static boolean beside(RawPath path, Optional<RawPath> buildDirectory) {
    if (buildDirectory.isEmpty()) {
      return false;
    }
    RawPath folder = buildDirectory.get().asWindows();
    RawPath windows = path.asWindows();
    return ROOTS.stream()
        .filter(root -> root.parts().get(root.parts().size() - 1).equals("*"))
        .filter(root -> matches(root, folder) && matches(root, windows))
        .anyMatch(root -> !sameCheckout(root.parts().size(), folder, windows));
  }

  private static boolean sameCheckout(int depth, RawPath one, RawPath other) {
    RawPath left = one.windows() ? one.lowerCase() : one;
    RawPath right = other.windows() ? other.lowerCase() : other;
    return left.parts().subList(0, depth).equals(right.parts().subList(0, depth));
  }

  private static boolean matches(RawPath root, RawPath path) {
    if (!root.root().equals(path.root()) || path.parts().size() < root.parts().size()) {
      return false;
    }
    for (int i = 0; i < root.parts().size(); i++) {
      String expected = root.parts().get(i);
      String found = path.parts().get(i);
      boolean same = path.windows() ? expected.equalsIgnoreCase(found) : expected.equals(found);
      if (!same && !expected.equals("*")) {
        return false;
      }
    }
    return true;
  }
}
