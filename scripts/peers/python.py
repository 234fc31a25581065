"""coverage.py: combine and json."""

import glob
import os
import shutil

from peers.common import FIXTURES, SCRIPTS, of_coverage_json, run

PYTHON = "/usr/bin/python3"  # the one that Debian's python3-coverage belongs to


def coverage_py(logcov, work):
    for build in ("python-matrix", "python-missed", "python-masked"):
        yield (build + ", recorded", of_coverage_json(os.path.join(FIXTURES, "answers", build, "combine.json")),
               logcov.check(os.path.join(FIXTURES, "builds", build)))
    project = os.path.join(work, "tidytext")
    shutil.copytree(os.path.join(SCRIPTS, "fixtures", "python-matrix"), project)
    data = os.path.join(work, "data")
    os.mkdir(data)
    reports = {"xml": "coverage.xml", "json": "coverage.json", "data": ".coverage"}
    tests = ["tests.test_compat", "tests.test_paths", "tests.test_tidy", "tests.test_wrap"]
    jobs = [("linux", "3.11", "", tests), ("linux", "3.6", "extras", tests[:2]), ("win32", "3.11", "", tests[1:3]),
            ("darwin", "3.6", "", tests[2:])]
    for job, (platform, python, path, some) in enumerate(jobs, 1):
        mine = os.path.join(data, ".coverage.%d" % job)
        environment = {"TIDYTEXT_PLATFORM": platform, "TIDYTEXT_PYTHON": python, "PYTHONPATH": path, "COVERAGE_FILE": mine}
        run([PYTHON, "-m", "coverage", "run", "-m", "unittest", "-q", *some], project, environment)
        shutil.copy(mine, os.path.join(project, ".coverage"))
        for form, report in reports.items():
            if form != "data":
                run([PYTHON, "-m", "coverage", form, "-q", "-o", report], project, environment)
            logcov.emit(project, report, os.path.join(work, "logs-" + form), job)
    os.remove(os.path.join(project, ".coverage"))
    together = {"COVERAGE_FILE": os.path.join(work, "combined")}
    parts = sorted(glob.glob(os.path.join(data, ".coverage.*")))
    run([PYTHON, "-m", "coverage", "combine", "-q", *parts], project, together)
    run([PYTHON, "-m", "coverage", "json", "-q", "-o", "combined.json"], project, together)
    theirs = of_coverage_json(os.path.join(project, "combined.json"))
    for form in reports:
        options = ["--root", project, "--python", PYTHON] if form == "data" else []
        yield "4 jobs, " + reports[form], theirs, logcov.check(os.path.join(work, "logs-" + form), *options)
