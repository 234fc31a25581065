"""lcov, gcovr and grcov."""

import collections
import glob
import os
import re
import shutil

from peers.common import FIXTURES, SCRIPTS, Failed, Missing, of_gcovr_json, of_tracefile, run

TRACEFILES = ("c-matrix", "python-lcov")


def tracefiles(build, work):
    """The tracefiles of a build with its paths made the same: neither lcov nor grcov know macOS checkouts or tox."""
    folder = os.path.join(work, build)
    os.mkdir(folder)
    for path in sorted(glob.glob(os.path.join(FIXTURES, "answers", build, "*", "*.info"))):
        with open(path) as file:
            text = file.read()
        text = re.sub(r"(?m)^SF:(/.*/example/[a-z]*/|.*site-packages/)", "SF:", text)
        with open(os.path.join(folder, os.path.basename(os.path.dirname(path)) + ".info"), "w") as file:
            file.write(text)
    return folder


def lcov(logcov, work):
    for build in TRACEFILES:
        folder = tracefiles(build, work)
        yield build, lcov_of(sorted(glob.glob(os.path.join(folder, "*.info"))), folder), logcov.check(builds_of(build))
    for name, jobs in stb(logcov, work):
        theirs = lcov_of([os.path.join(job.folder, "lcov.info") for job in jobs], jobs[0].folder)
        yield name, theirs, logcov.check(logs_of(jobs, "lcov.info"))


def lcov_of(files, folder):
    added = [word for path in files for word in ("-a", path)]
    together = os.path.join(folder, "all.traces")
    run(["lcov", "-q", "--rc", "lcov_branch_coverage=1", *added, "-o", together], folder)
    return of_tracefile(together, folder)


def grcov(logcov, work):
    for build in TRACEFILES:
        folder = tracefiles(build, work)
        yield build, grcov_of(folder, folder), logcov.check(builds_of(build))
    for name, jobs in stb(logcov, work):
        folder = os.path.join(work, name)
        os.mkdir(folder)
        for job in jobs:
            shutil.copy(os.path.join(job.folder, "lcov.info"), os.path.join(folder, "%d.info" % job.number))
        yield name, grcov_of(folder, jobs[0].folder), logcov.check(logs_of(jobs, "lcov.info"))


def grcov_of(folder, below):
    together = os.path.join(folder, "all.traces")
    run(["grcov", folder, "-t", "lcov", "--branch", "-o", together], folder)
    return of_tracefile(together, below)


def builds_of(build):
    return os.path.join(FIXTURES, "builds", build)


# ---- stb, from Debian: a job is a compiler, its flags, and the formats of pictures that pictures.c tries

STB = "/usr/include/stb"
Job = collections.namedtuple("Job", "number folder logs")


def stb(logcov, work):
    """Yields (name, jobs), the first time after building them; their reports are those of REPORTS, in one folder each."""
    gcc = ("gcc", "gcov")
    options = [(gcc, ["-O0"], ["png", "bmp"]), (gcc, ["-O2"], ["jpg", "png"]), (gcc, ["-O0", "-DSTBI_NO_SIMD"], ["tga", "jpg"])]
    jobs = [stb_job(logcov, work, number, *each) for number, each in enumerate(options, 1)]
    yield "stb, -O0 and -O2", jobs
    other = other_gcc()
    yield "stb, gcc and another gcc", [*jobs, stb_job(logcov, work, 4, other, ["-O0"], ["hdr", "bmp"])]


REPORTS = {"lcov.info", "coverage.json", "coverage.xml"}


def stb_job(logcov, work, number, compiler, flags, formats):
    # Beside the folders of the tools, which share it.
    folder = os.path.join(os.path.dirname(work), "stb", str(number))
    job = Job(number, os.path.join(folder, "stb"), os.path.join(folder, "logs"))
    if os.path.exists(folder):
        return job
    os.makedirs(job.folder)
    for name in ("stb_image.h", "stb_image_write.h"):
        shutil.copy(os.path.join(STB, name), job.folder)
    shutil.copy(os.path.join(SCRIPTS, "peers", "pictures.c"), job.folder)
    run([compiler[0], "--coverage", *flags, "-o", "pictures", "pictures.c", "-lm"], job.folder)
    run(["./pictures", *formats], job.folder)
    run(["lcov", "-q", "-c", "-d", ".", "-b", ".", "--no-external", "--gcov-tool", compiler[1], "--rc", "lcov_branch_coverage=1",
         "-o", "lcov.info"], job.folder)
    # lcov -a and grcov know files by their whole path, and each job has its own checkout.
    with open(os.path.join(job.folder, "lcov.info"), "r+") as file:
        text = file.read().replace("SF:" + job.folder + "/", "SF:")
        file.seek(0)
        file.truncate()
        file.write(text)
    measured = ["gcovr", "-r", ".", "--gcov-executable", compiler[1]]
    run([*measured, "--json", "coverage.json", "--xml", "coverage.xml"], job.folder)
    for report in REPORTS:
        logcov.emit(job.folder, report, os.path.join(job.logs, report), number)
    return job


def other_gcc():
    """A compiler and its gcov, of another version than gcc itself."""
    own = run(["gcc", "-dumpversion"], "/").strip().split(".")[0]
    for path in os.environ["PATH"].split(os.pathsep):
        for gcc in sorted(glob.glob(os.path.join(path, "gcc-[0-9]*"))):
            version = os.path.basename(gcc)[len("gcc-"):]
            if version.isdigit() and version != own and shutil.which("gcov-" + version):
                return gcc, "gcov-" + version
    raise Missing("a second version of gcc")


def logs_of(jobs, report):
    """The folder with the logs of some jobs which carry that report."""
    folder = os.path.join(os.path.dirname(jobs[0].logs), "logs of %d, %s" % (len(jobs), report))
    if not os.path.exists(folder):
        os.mkdir(folder)
        for job in jobs:
            name = "1.%d.log" % job.number
            shutil.copy(os.path.join(job.logs, report, name), os.path.join(folder, name))
    return folder


def gcovr(logcov, work):
    environments = [{}, {"INI_OVERRIDES": "on", "INI_WIDTH": "132"}]
    yield from gcovr_of("one build", [("-DINI_CRLF", each) for each in environments], logcov, work)
    builds = [("", {}), ("-DINI_CRLF", environments[1]), ("-DINI_ARENA", {})]
    yield from gcovr_of("3 builds", builds, logcov, work)
    for name, jobs in stb(logcov, work):
        theirs = gcovr_sum([os.path.join(job.folder, "coverage.json") for job in jobs], jobs[0].folder)
        yield name + ", gcovr's JSON", theirs, logcov.check(logs_of(jobs, "coverage.json"))
        yield name + ", gcovr's XML", theirs, logcov.check(logs_of(jobs, "coverage.xml"))


def gcovr_of(what, jobs, logcov, work):
    """Jobs are compiler flags and environment."""
    folder = os.path.join(work, what)
    project = os.path.join(folder, "tinyini")
    shutil.copytree(os.path.join(SCRIPTS, "fixtures", "c-matrix"), project)
    reports = {"gcovr's XML": "coverage.xml", "lcov's tracefile": "lcov.info"}
    parts = []
    for job, (features, environment) in enumerate(jobs, 1):
        run(["make", "clean"], project)
        run(["make", "check", "FEATURES=" + features], project, environment)
        mine = os.path.join(folder, "%d.json" % job)
        parts.append(mine)
        measured = ["gcovr", "-r", ".", "-f", "src/", "build"]
        run([*measured, "--json", mine], project)
        run([*measured, "--xml", "coverage.xml"], project)
        run(["make", "lcov.info"], project)
        for report in reports.values():
            logcov.emit(project, report, os.path.join(folder, "logs " + report), job)
    theirs = gcovr_sum(parts, project)
    for name, report in reports.items():
        yield what + ", " + name, theirs, logcov.check(os.path.join(folder, "logs " + report))


def gcovr_sum(files, folder):
    """What gcovr says of its JSON of several jobs; None where it gives up."""
    added = [word for path in files for word in ("-a", path)]
    together = os.path.join(folder, "all.json")
    try:
        run(["gcovr", "-r", ".", *added, "--json", together], folder)
    except Failed:
        return None
    return of_gcovr_json(together)
