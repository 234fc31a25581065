"""The tools that people would use instead, each on plain files of the same coverage in the format it reads."""

import os
import shutil
import subprocess

from benchmark.inputs import JAVA, PYTHON, ROOT
from benchmark.processes import Command
from benchmark.reports import BUILD_DIR

JACOCO = "0.8.16"
NYC = "nyc@17.1.0"


class Unavailable(Exception):
    """A tool that is not installed or cannot be fetched."""


class Tool:
    """A tool: the format it reads (as `Inputs.plain` knows it; `coverage-data` are coverage.py's data files), logcov's formats it is put
    beside, and command(inputs, scratch, cache), which gives a Command."""

    def __init__(self, title, reads, beside, command, needs):
        self.title, self.reads, self.beside, self.command, self._needs = title, reads, beside, command, needs

    def check(self):
        for need in self._needs:
            if not (shutil.which(need) or os.path.exists(need)):
                raise Unavailable("%s is not installed" % need)


def _removing(path):
    def remove():
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)
    return remove


def _grcov(inputs, scratch, cache):
    folder = os.path.dirname(inputs.plain("lcov")[0])
    return Command(["grcov", folder, "-t", "lcov", "--branch", "-o", os.path.join(scratch, "grcov.info")])


def _lcov(inputs, scratch, cache):
    added = [word for path in inputs.plain("lcov") for word in ("-a", path)]
    return Command(["lcov", "-q", "--rc", "lcov_branch_coverage=1", *added, "-o", os.path.join(scratch, "lcov.info")])


def _gcovr(inputs, scratch, cache):
    added = [word for path in inputs.plain("gcovr") for word in ("-a", path)]
    return Command(["gcovr", "-r", scratch, *added, "-o", os.path.join(scratch, "gcovr.txt")], scratch)


def _coverage(inputs, scratch, cache):
    data = os.path.join(scratch, ".coverage")
    script = '"$0" -m coverage combine -q --keep "$@" && "$0" -m coverage report >/dev/null'
    return Command(["sh", "-c", script, PYTHON, *inputs.coverage_data()], inputs.python_sources(),
                   {"COVERAGE_FILE": data, "PYTHONDONTWRITEBYTECODE": "1"}, _removing(data))


def _nyc(inputs, scratch, cache):
    nyc = os.path.join(fetched(cache, NYC.replace("@", "-"), _npm_install), "node_modules", "nyc", "bin", "nyc.js")
    merged = os.path.join(scratch, "merged")
    os.makedirs(merged, exist_ok=True)
    script = ('node "$0" merge "$1" "$2/all.json" && '
              'node "$0" report --cwd "$3" --temp-dir "$2" --include "**" --exclude "" --reporter=text-summary')
    return Command(["sh", "-c", script, nyc, os.path.dirname(inputs.plain("istanbul")[0]), merged, BUILD_DIR], scratch)


def _jacococli(inputs, scratch, cache):
    lib = fetched(cache, "jacococli-" + JACOCO, _jacoco_install)
    script = ('java=$0 lib=$1 to=$2 classes=$3; shift 3; main=org.jacoco.cli.internal.Main; '
              '"$java" -cp "$lib/*" "$main" merge --quiet "$@" --destfile "$to/all.exec" && '
              '"$java" -cp "$lib/*" "$main" report --quiet "$to/all.exec" --classfiles "$classes" --csv "$to/all.csv"')
    return Command(["sh", "-c", script, JAVA, lib, scratch, inputs.classes(), *inputs.plain("exec")], scratch,
                   clean_up=_removing(os.path.join(scratch, "all.exec")))


def fetched(cache, name, install):
    """A folder of the cache that install(folder) fills once from a registry of packages."""
    folder = os.path.join(os.path.abspath(cache), "tools", name)
    if not os.path.isdir(folder):
        making = folder + ".making"
        shutil.rmtree(making, ignore_errors=True)
        os.makedirs(making)
        try:
            done = install(making)
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise Unavailable("%s cannot be fetched: %s" % (name, problem)) from problem
        if done.returncode:
            raise Unavailable("%s cannot be fetched: %s" % (name, done.stdout.decode(errors="replace").strip()[-500:]))
        os.rename(making, folder)
    return folder


def _run(words, folder):
    return subprocess.run(words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)


def _npm_install(folder):
    return _run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-save", "--prefix", folder, NYC], folder)


def _jacoco_install(folder):
    pom = os.path.join(folder, "pom.xml")
    with open(pom, "w") as file:
        file.write("""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>none</groupId>
<artifactId>none</artifactId><version>0</version><dependencies><dependency><groupId>org.jacoco</groupId>
<artifactId>org.jacoco.cli</artifactId><version>%s</version></dependency></dependencies></project>""" % JACOCO)
    return _run([os.path.join(ROOT, "mvnw"), "-q", "-B", "-f", pom,
                 "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies", "-DoutputDirectory=" + folder], ROOT)


_STATEMENTS = ("lcov", "cobertura", "coverage-json", "istanbul", "gcovr")

TOOLS = {
    "grcov": Tool("grcov", "lcov", _STATEMENTS, _grcov, ["grcov"]),
    "lcov": Tool("lcov -a", "lcov", _STATEMENTS, _lcov, ["lcov"]),
    "gcovr": Tool("gcovr -a", "gcovr", _STATEMENTS, _gcovr, ["gcovr"]),
    "coverage": Tool("coverage combine, report", "coverage-data", _STATEMENTS, _coverage, ["/usr/lib/python3/dist-packages/coverage"]),
    "nyc": Tool("nyc merge, report", "istanbul", _STATEMENTS, _nyc, ["node", "npm"]),
    "jacococli": Tool("jacococli merge, report", "exec", ("exec",), _jacococli, []),
}

# What a tool reads, in words.
READS = {"lcov": "tracefiles", "gcovr": "its JSON", "coverage-data": "its data files", "istanbul": "Istanbul JSON", "exec": "exec"}
DECOMPRESS = {"gzip": "gzip -dc", "bzip2": "bzip2 -dc", "xz": "xz -dc"}


def floor(bare, codec):
    """Nobody reads the payloads faster than their codec's own command."""
    return Command(["sh", "-c", "cat %s/*.b64 | base64 -d | %s | wc -c" % (bare, DECOMPRESS[codec])])
