"""go tool cover -func, of the profiles of a library from Debian."""

import os
import re
import shutil

from peers.common import Answer, Failed, run

MODULE = "github.com/spf13/pflag"
SOURCES = "/usr/share/gocode/src/" + MODULE
GO = {"GO111MODULE": "on", "GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOWORK": "off"}


def go(logcov, work):
    project = os.path.join(work, "pflag")
    shutil.copytree(SOURCES, project)
    # Mode, tests, and what they are built with.
    jobs = [("set", "Bool|Bytes|Count|Duration", []), ("count", "String|Int|Uint|Count", []), ("atomic", "Flag|Float|IP|Shorthand", []),
            ("set", "Normaliz|Hidden|Deprecat|Sorted", ["-gcflags=all=-N -l"])]
    profiles = []
    for number, (mode, tests, options) in enumerate(jobs, 1):
        run(["go", "test", "-count=1", "-vet=off", "-covermode=" + mode, "-run", tests, *options, "-coverprofile=cover.out", "."],
            project, GO)
        profiles.append(os.path.join(work, "%d.out" % number))
        shutil.copy(os.path.join(project, "cover.out"), profiles[-1])
        for name in inputs_of(number):
            logcov.emit(project, "cover.out", os.path.join(work, name), number)
    for name, numbers in INPUTS.items():
        theirs = cover_func([profiles[number - 1] for number in numbers], project)
        yield name, theirs, logcov.check(os.path.join(work, name), "--path-map", MODULE + "=")


INPUTS = {"pflag, set": (1, 4), "pflag, count and atomic": (2, 3), "pflag, all modes": (1, 2, 3, 4)}


def inputs_of(number):
    return [name for name, numbers in INPUTS.items() if number in numbers]


def cover_func(profiles, project):
    """What go says of profiles that are put together, in mode set, since go reads no mixture: blocks of one place are united."""
    ran = {}
    for profile in profiles:
        with open(profile) as file:
            for line in file.read().splitlines()[1:]:
                block, statements, count = line.rsplit(" ", 2)
                ran[block, int(statements)] = ran.get((block, int(statements)), False) or count != "0"
    together = os.path.join(project, "together.out")
    with open(together, "w") as file:
        file.write("mode: set\n")
        file.writelines("%s %d %d\n" % (*block, count) for block, count in sorted(ran.items()))
    total = sum(statements for _, statements in ran)
    covered = sum(statements for (_, statements), count in ran.items() if count)
    said = re.search(r"(?m)^total:\s+\(statements\)\s+([0-9.]+)%$", run(["go", "tool", "cover", "-func=" + together], project, GO))
    if not said or said[1] != "%.1f" % (100 * covered / total):
        raise Failed("go tool cover -func says %s, and its blocks %d of %d" % (said and said[1], covered, total))
    return Answer({}, {"statements": (covered, total)})
