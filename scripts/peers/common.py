"""What all comparisons share: programs are run, reports of tools are read, logcov is asked."""

import collections
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree

SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(SCRIPTS)
FIXTURES = os.path.join(ROOT, "fixtures")


class Failed(Exception):
    """A program did not do what it should."""


class Missing(Exception):
    """Something that has to be fetched is not to be had: no network, or no such package."""


def run(command, directory, environment=None, allowed=(0,)):
    """What a program prints on standard output."""
    variables = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PERL_HASH_SEED="0", LC_ALL="C.UTF-8", **(environment or {}))
    done = subprocess.run(command, cwd=directory, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=300)
    if done.returncode not in allowed:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise Failed("%s ended with %d: %s" % (" ".join(command), done.returncode, said[-2000:]))
    return done.stdout.decode()


def fetch(command, directory):
    """Runs a program that fetches packages."""
    try:
        run(command, directory)
    except (Failed, subprocess.TimeoutExpired) as problem:
        raise Missing(str(problem)) from problem


# ---- what a tool says

# lines and arms are numbers, missed the numbers of the lines that were not run
File = collections.namedtuple("File", "lines missed arms taken")


class Answer:
    """What a tool says of some files, path -> File, and of other metrics: name -> (covered, total), or text."""

    def __init__(self, files, others=None):
        self.files = files
        self.others = others or {}

    def metrics(self):
        """Metric -> (covered, total), text, or a set of missed lines."""
        found = {}
        if self.files:
            lines = sum(file.lines for file in self.files.values())
            missed = {(path, line) for path, file in self.files.items() for line in file.missed}
            found["lines"] = lines - len(missed), lines
            found["branches"] = tuple(sum(each) for each in zip(*((file.taken, file.arms) for file in self.files.values())))
            found["missed lines"] = missed
        return {**found, **self.others}


def of_summary(path):
    """The file that check --json writes."""
    with open(path) as file:
        summary = json.load(file)
    totals = {"statements": summary["totals"]["statement"], "functions": summary["totals"]["function"]}
    others = {metric: (each["covered"], each["total"]) for metric, each in totals.items() if each}
    return Answer({each["path"]: File(each["line"]["total"], set(each["missedLines"]), each["branch"]["total"],
                                      each["branch"]["covered"]) for each in summary["files"]}, others)


def of_coverage_json(path):
    with open(path) as file:
        files = json.load(file)["files"]
    return Answer({name: File(each["summary"]["num_statements"], set(each["missing_lines"]), each["summary"]["num_branches"],
                              each["summary"]["covered_branches"]) for name, each in files.items()})


def of_tracefile(path, below):
    """A tracefile in which each line and each arm comes once; paths from a folder."""
    files = {}
    name, hits, arms, taken = "", {}, 0, 0
    functions = {"FNF": 0, "FNH": 0}
    with open(path) as file:
        for record in file.read().split("\n"):
            kind, _, value = record.partition(":")
            if kind == "SF":
                name = os.path.relpath(os.path.join(below, value), below)
            elif kind == "DA":
                line, count = value.split(",")[:2]
                hits[int(line)] = int(count)
            elif kind == "BRDA":
                arms += 1
                taken += value.rpartition(",")[2] not in ("-", "0")
            elif kind in functions:
                functions[kind] += int(value)
            elif record == "end_of_record":
                files[name] = File(len(hits), {line for line, count in hits.items() if count == 0}, arms, taken)
                name, hits, arms, taken = "", {}, 0, 0
    return Answer(files, {"functions": (functions["FNH"], functions["FNF"])} if functions["FNF"] else {})


def of_gcovr_json(path):
    files = {}
    functions = []
    with open(path) as file:
        for each in json.load(file)["files"]:
            lines = [line for line in each["lines"] if not line.get("gcovr/noncode")]
            arms = [branch for line in lines for branch in line["branches"]]
            missed = {line["line_number"] for line in lines if line["count"] == 0}
            files[each["file"]] = File(len(lines), missed, len(arms), sum(branch["count"] > 0 for branch in arms))
            functions += [function["execution_count"] > 0 for function in each["functions"]]
    return Answer(files, {"functions": (sum(functions), len(functions))})


def of_jacoco_xml(path):
    files = {}
    root = ElementTree.parse(path).getroot()
    for package in root.iter("package"):
        for source in package.findall("sourcefile"):
            lines = source.findall("line")
            missed = {int(line.get("nr")) for line in lines if line.get("ci") == "0"}
            taken = sum(int(line.get("cb")) for line in lines)
            arms = taken + sum(int(line.get("mb")) for line in lines)
            files[package.get("name") + "/" + source.get("name")] = File(len(lines), missed, arms, taken)
    methods = root.find("counter[@type='METHOD']")
    covered = int(methods.get("covered"))
    return Answer(files, {"functions": (covered, covered + int(methods.get("missed")))})


def of_istanbul(report, summary, below):
    """A coverage-final.json, whose lines are named there, and the json-summary of it, whose totals count; paths from a folder."""
    with open(report) as file:
        maps = json.load(file)
    with open(summary) as file:
        totals = json.load(file)
    files = {}
    for path, each in maps.items():
        hits = {}
        for number, place in each["statementMap"].items():
            line = place["start"]["line"]
            hits[line] = max(hits.get(line, 0), each["s"][number])
        missed = {line for line, count in hits.items() if count == 0}
        lines, branches = totals[path]["lines"], totals[path]["branches"]
        if (lines["total"], lines["covered"]) != (len(hits), len(hits) - len(missed)):
            raise Failed("%s: json-summary says %s of the lines" % (path, lines))
        files[os.path.relpath(path, below)] = File(lines["total"], missed, branches["total"], branches["covered"])
    others = {metric: (totals["total"][metric]["covered"], totals["total"][metric]["total"]) for metric in ("statements", "functions")}
    return Answer(files, others)


# ---- what logcov says

class Logcov:
    def __init__(self, program, work):
        self._program = program
        self._work = work

    def emit(self, directory, report, logs, job):
        """Writes the log of a job that prints one report and nothing else."""
        os.makedirs(logs, exist_ok=True)
        frames = run(["sh", os.path.join(SCRIPTS, "logcov-emit.sh"), report], directory, {"TRAVIS_BUILD_DIR": directory})
        with open(os.path.join(logs, "1.%d.log" % job), "a") as file:
            file.write(frames)

    def check(self, logs, *options):
        summary = os.path.join(self._work, "summary.json")
        run([self._program, "check", "--logs", logs, "--json", summary, *options], self._work)
        return of_summary(summary)
