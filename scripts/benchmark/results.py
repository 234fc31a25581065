"""The figures that were measured, kept in the cache, and the tables of docs/performance.md made from them."""

import datetime
import json
import os
import re
import subprocess

from benchmark.inputs import JAVA, PYTHON, ROOT, TITLES
from benchmark.processes import Figures, said
from benchmark.tools import NYC, JACOCO, READS, TOOLS

DOCUMENT = os.path.join(ROOT, "docs", "performance.md")
BEGIN = "<!-- Between here and the end mark scripts/bench --render writes. -->"
END = "<!-- end -->"


class Results:
    """Keys are tuples of words: ("logcov", "50x1000", "lcov", "gzip") and the like; values are dictionaries. What a later run measures
    replaces what an earlier one did."""

    def __init__(self, cache):
        self._path = os.path.join(cache, "results.json")
        self._kept = self._read()

    def _read(self):
        if not os.path.exists(self._path):
            return {}
        with open(self._path) as file:
            return json.load(file)

    def put(self, key, figures, **more):
        date = datetime.date.today().isoformat()
        self._kept = self._read()  # somebody else may measure something else
        self._kept["/".join(key)] = dict(vars(figures) if figures else {}, date=date, **more)
        os.makedirs(os.path.dirname(self._path), exist_ok=True)
        with open(self._path + ".new", "w") as file:
            json.dump(self._kept, file, indent=1, sort_keys=True)
        os.replace(self._path + ".new", self._path)

    def get(self, *key):
        """The dictionary, or None."""
        return self._kept.get("/".join(key))

    def figures(self, *key):
        """The Figures, or None."""
        found = self.get(*key)
        return found and Figures(*(found[name] for name in ("wall", "cpu", "peak", "status", "stopped", "runs")))

    def all(self):
        return self._kept


def program_of(path):
    """What tells one build of logcov from another: the commit and whether it was changed after that, where git knows."""
    done = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty", "--abbrev=10"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL)
    return done.stdout.decode().strip() or said([path, "--version"]).stdout.decode().strip()


def versions():
    """What the figures are of besides logcov."""
    def first(pattern, *words):
        try:
            found = re.search(pattern, said(words).stdout.decode(errors="replace"))
        except OSError:
            return None
        return found and found.group(1)
    found = {
        "JDK": first(r'version "([^"]*)"', JAVA, "-version"), "grcov": first(r"([0-9][0-9.]*)", "grcov", "--version"),
        "lcov": first(r"version ([0-9.]*)", "lcov", "--version"), "gcovr": first(r"gcovr ([0-9.]*)", "gcovr", "--version"),
        "coverage.py": first(r"version ([0-9.]*)", PYTHON, "-m", "coverage", "--version"),
        "nyc": NYC.partition("@")[2], "JaCoCo": JACOCO,
    }
    return ", ".join("%s %s" % pair for pair in found.items() if pair[1])


# ---- the document

def render(results, statements):
    """Writes the tables into docs/performance.md, where the marks are."""
    with open(DOCUMENT) as file:
        text = file.read()
    if BEGIN not in text or END not in text:
        raise SystemExit("bench: %s needs a line %s and behind it a line %s" % (DOCUMENT, BEGIN, END))
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    with open(DOCUMENT, "w") as file:
        file.write("%s%s\n\n%s\n\n%s%s" % (before, BEGIN, "\n\n".join(tables(results, statements)), END, after))


def tables(results, statements):
    """Paragraphs and tables of what there is."""
    found = [_about(results)]
    for jobs in sorted({int(key.split("/")[1].split("x")[0]) for key in results.all() if key.startswith("logcov/")}):
        case = "%dx%d" % (jobs, statements)
        found += [each for each in (_comparison(results, jobs, case), _alone(results, jobs, case)) if each]
    return found + [each for each in (_small(results), _memory(results)) if each]


def _about(results):
    kept = results.all().values()
    dates = sorted({each["date"] for each in kept})
    programs = sorted({each["program"] for each in kept if "program" in each})
    runs = sorted({each["runs"] for key, each in results.all().items() if key.startswith("logcov/")})
    about = results.get("about") or {}
    return "Measured %s; %s cores; runs: %s; logcov %s; %s." % (
        " to ".join(sorted({dates[0], dates[-1]})) if dates else "never", about.get("cores", "?"),
        " to ".join(map(str, sorted({runs[0], runs[-1]}))) if runs else "none", ", ".join(programs) or "?", about.get("versions", "?"))


def _table(head, rows):
    return "\n".join("| %s |" % " | ".join(cells) for cells in [head, ["---"] * len(head), *rows])


def _comparison(results, jobs, case):
    rows = []
    names = [name for name in TOOLS if results.get("tool", case, name)]
    for key in sorted((key for key in results.all() if key.startswith("logcov/%s/" % case)), key=_order):
        _, _, form, codec = key.split("/")
        kept = results.get("logcov", case, form, codec)
        logcov = results.figures("logcov", case, form, codec)
        cells = ["%s, %s" % (TITLES[form], codec), "%.1f MB" % kept["report_mb"], seconds(logcov),
                 "%.0f MB, x %.0f" % (kept["allocated"], kept["allocated"] / jobs / kept["log_mb"]) if kept.get("allocated") else "",
                 ratios(_with_start(results.figures("floor", case, form, codec), results.figures("start")), logcov)]
        for name in names:
            tool = TOOLS[name]
            figures = results.figures("tool", case, name)
            if form not in tool.beside:
                cells.append("")
            elif figures.failed():
                cells.append("fails")
            else:
                cells.append(ratios(figures, logcov) if tool.reads == form else "(%s)" % ratios(figures, logcov))
        rows.append(cells)
    head = ["%d jobs" % jobs, "a report", "logcov: wall, CPU, peak", "allocated", "floor + start"]
    return rows and _table(head + [TOOLS[name].title for name in names], rows)


def _order(key):
    _, _, form, codec = key.split("/")
    return list(TITLES).index(form), codec


def _with_start(floor, start):
    return floor and start and Figures(floor.wall + start.wall, floor.cpu + start.cpu, max(floor.peak, start.peak))


def _alone(results, jobs, case):
    rows = []
    for name, tool in TOOLS.items():
        figures = results.figures("tool", case, name)
        if figures:
            rows.append([tool.title, READS[tool.reads], "ended with status %d" % figures.status if figures.failed() else seconds(figures),
                         str(figures.runs)])
    return rows and _table(["%d jobs" % jobs, "reads", "wall, CPU, peak", "runs"], rows)


def _small(results):
    rows = []
    for name, aim in (("five real jobs", "0.6 s"), ("--version", "1.5 x `java -version`"), ("java -version", "")):
        figures = results.figures("small", name)
        if figures:
            rows.append(["`%s`" % name if "-v" in name else name, seconds(figures), aim])
    java, version = results.figures("small", "java -version"), results.figures("small", "--version")
    if java and version:
        rows[-2][1] += ", x %.2f" % (version.wall / java.wall)
    return rows and _table(["small", "wall, CPU, peak", "aim"], rows)


def _memory(results):
    rows = []
    for key in sorted(key for key in results.all() if key.startswith("memory/")):
        _, case, form, codec = key.split("/")
        figures = results.figures("memory", case, form, codec)
        rows.append(["%s jobs, %s, %s" % (case.split("x")[0], TITLES[form], codec),
                     "fails" if figures.failed() else seconds(figures)])
    return rows and _table(["logs of 4 MB, `-Xmx256m`", "wall, CPU, peak"], rows)


def seconds(figures):
    mark = "> " if figures.stopped else ""
    return "%s%s s, %s%s s, %.0f MB" % (mark, _digits(figures.wall), mark, _digits(figures.cpu), figures.peak)


def ratios(figures, base):
    """Wall and CPU time as multiples of the base's."""
    if not figures:
        return ""
    mark = "> " if figures.stopped else ""
    return "x %s%s, %s%s" % (mark, _digits(figures.wall / base.wall), mark, _digits(figures.cpu / base.cpu))


def _digits(number):
    return "%.0f" % number if number >= 20 else "%.1f" % number if number >= 5 else "%.2f" % number
