"""What is measured on: plain reports, Travis logs that carry them, and the bare payloads of these. Made once and kept in the cache."""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback

from benchmark import model, reports
from benchmark.reports import BUILD_DIR, FORMS

SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(SCRIPTS)
ENCODER = os.path.join(ROOT, "encoder", "target", "logcov-emit.jar")
AGGREGATOR = os.path.join(ROOT, "aggregator", "target", "logcov.jar")
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
PYTHON = "/usr/bin/python3"  # the one that Debian's python3-coverage belongs to

# Execution data is made by BenchExec.java, everything else from the model.
SUFFIXES = {**{name: (form.suffix, form.name) for name, form in FORMS.items()}, "exec": ("exec", "jacoco.exec")}
TITLES = {**{name: form.title for name, form in FORMS.items()}, "exec": "JaCoCo exec"}
WORKERS = 2


class Inputs:
    """The inputs of one number of jobs. A folder gets its name when it is whole."""

    def __init__(self, cache, jobs, statements, classes):
        self.jobs = jobs
        self._statements, self._classes = statements, classes
        self._place = os.path.join(cache, "v%d-%dx%d" % (model.GENERATOR, jobs, statements))

    def _make(self, name, write):
        path = os.path.join(self._place, name)
        if not os.path.isdir(path):
            making = "%s.making-%d" % (path, os.getpid())
            os.makedirs(making)
            try:
                in_a_child(write, making)
                if not os.path.isdir(path):  # nobody else was faster
                    os.rename(making, path)
            finally:
                shutil.rmtree(making, ignore_errors=True)
        return path

    # ---- plain reports

    def plain(self, form):
        """The plain report of each job."""
        folder = self._execution_data() if form == "exec" else self._make("plain-" + form, lambda path: self._write(form, path))
        return [os.path.join(folder, "%d.%s" % (job, SUFFIXES[form][0])) for job in range(1, self.jobs + 1)]

    def _write(self, form, path):
        write = FORMS[form].write
        self._for_each_job(
            lambda job, sources, runs: write(os.path.join(path, "%d.%s" % (job, FORMS[form].suffix)), sources, runs), "plain " + form)

    def _execution_data(self):
        return self._make("plain-exec-%d" % self._classes, lambda path: subprocess.run(
            [JAVA, "-cp", AGGREGATOR, os.path.join(SCRIPTS, "BenchExec.java"), path, str(self.jobs), str(self._classes)], check=True))

    def classes(self):
        """The jar with the classes that execution data is of."""
        return os.path.join(self._execution_data(), "classes.jar")

    def python_sources(self):
        """The folder of the sources that `coverage report` reads."""
        def write(path):
            for source in model.sources(self._statements):
                file = os.path.join(path, source.path + ".py")
                os.makedirs(os.path.dirname(file), exist_ok=True)
                with open(file, "w") as text:
                    text.write(reports.python_of(source))
        return self._make("python", write)

    def coverage_data(self):
        """coverage.py's data file of each job, made by coverage.py."""
        folder = self.python_sources()

        def write(path):
            # By Debian's Python, whichever runs this.
            subprocess.run([PYTHON, os.path.join(SCRIPTS, "bench"), "--make-coverage-data", path, folder, str(self.jobs),
                            str(self._statements)], check=True)
        folder_of_data = self._make("plain-coverage-data", write)
        return [os.path.join(folder_of_data, ".coverage.%d" % job) for job in range(1, self.jobs + 1)]

    def truth(self, form):
        """Metric -> [covered, total] of the union of all jobs."""
        folder = self._execution_data() if form == "exec" else self._make("truth", self._write_truth)
        with open(os.path.join(folder, "truth.json")) as file:
            return json.load(file)

    def _write_truth(self, path):
        def add(job, sources, runs):
            union = model.Union(sources)
            for number, run in enumerate(runs):
                union.add(number, *run)
            with open(os.path.join(path, "%d.json" % job), "w") as file:
                json.dump(union.bits, file)
        self._for_each_job(add, "union")
        union = model.Union(model.sources(self._statements))
        for job in range(1, self.jobs + 1):
            part = os.path.join(path, "%d.json" % job)
            with open(part) as file:
                union.merge(json.load(file))
            os.remove(part)
        with open(os.path.join(path, "truth.json"), "w") as file:
            json.dump(union.totals(), file)

    def _for_each_job(self, work, what):
        for_each_job(self.jobs, self._statements, work, what)

    # ---- logs

    def carried(self, form, codec, log_bytes=0):
        """Folders of the logs, each at least log_bytes long, and of the bare payloads."""
        plain = self.plain(form)
        name = "%s-%s" % (form, codec) + ("-%d" % log_bytes if log_bytes else "") + "."
        for stale in os.listdir(self._place):
            if stale.startswith(name) and stale != name + grammar():
                shutil.rmtree(os.path.join(self._place, stale))
        path = self._make(name + grammar(), lambda path: write_logs(plain, form, codec, log_bytes, path))
        return os.path.join(path, "logs"), os.path.join(path, "bare")


def for_each_job(jobs, statements, work, what):
    """Calls work(job, sources, runs) for all jobs, in several processes."""
    def some(worker):
        sources = model.sources(statements)
        for job in range(1 + worker, jobs + 1, WORKERS):
            chance = random.Random("logcov bench %d job %d" % (model.GENERATOR, job))
            work(job, sources, [model.run(source, chance) for source in sources])
            if worker == 0:
                progress(what, min(job + WORKERS - 1, jobs), jobs)
    wait_for([start_child(some, worker) for worker in range(WORKERS)], what)


def make_coverage_data(path, folder, jobs, statements):
    for_each_job(jobs, statements, lambda job, sources, runs: reports.write_coverage_data(
        os.path.join(path, ".coverage.%d" % job), sources, runs, folder), "coverage.py's data")


def write_logs(plain, form, codec, log_bytes, path):
    logs, bare = os.path.join(path, "logs"), os.path.join(path, "bare")
    os.mkdir(logs)
    os.mkdir(bare)
    before = noise(random.Random("noise"), max(40_000, log_bytes))
    with tempfile.TemporaryDirectory(dir=path) as directory:
        for job, frames in enumerate(emit_all(plain, SUFFIXES[form][1], codec, directory), 1):
            length = max(40_000, log_bytes - len(frames) - 2_000)
            with open(os.path.join(logs, "9000.%d.log" % job), "wb") as file:
                file.write(dress(frames, job, before[:length]))
            with open(os.path.join(bare, "%d.b64" % job), "wb") as file:
                file.write(bare_payload(frames))
            progress("logs %s %s" % (form, codec), job, len(plain))


def emit_all(plain, name, codec, directory):
    """Yields the frames that the encoder prints for each report under its usual name, with LF line ends."""
    for job, report in enumerate(plain, 1):
        folder = os.path.join(directory, str(job))
        os.mkdir(folder)
        os.symlink(report, os.path.join(folder, name))
    done = subprocess.run([JAVA, "-cp", ENCODER, os.path.join(SCRIPTS, "BenchEmit.java"), codec, name, BUILD_DIR, directory,
                           str(len(plain))], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.exit("bench: the encoder failed: %s" % done.stdout.decode()[-2000:])
    for job in range(1, len(plain) + 1):
        with open(os.path.join(directory, str(job), "frames"), "rb") as file:
            yield file.read()


def noise(chance, length):
    """Output of a test run, about so many bytes."""
    words = ("test", "passed", "module", "fixture", "case", "warning", "deprecated", "cached", "in", "of", "setup", "teardown")
    lines = []
    size = 0
    while size < length:
        line = "%s::%s %s [%3d%%]\r\n" % (
            "tests/test_%s.py" % chance.choice(words), " ".join(chance.choices(words, k=chance.randint(2, 9))),
            chance.choice(("PASSED", "SKIPPED", "\x1b[32mok\x1b[0m")), chance.randint(0, 100))
        lines.append(line)
        size += len(line)
    return "".join(lines).encode()


def dress(frames, job, before):
    return b"".join((
        b"travis_fold:start:worker_info\r\x1b[0K\x1b[33;1mWorker information\x1b[0m\nhostname: worker-example\n"
        b"travis_fold:end:worker_info\r\x1b[0Ktravis_time:start:%08x\r\x1b[0K$ ci/tests\r\n" % job,
        before,
        b"travis_time:end:%08x:start=1,finish=2,duration=1,event=script\r\x1b[0K\r\n"
        b'\x1b[32;1mThe command "ci/tests" exited with 0.\x1b[0m\r\n'
        b"travis_fold:start:after_success\r\x1b[0K$ sh logcov-emit.sh\r\n" % job,
        frames.replace(b"\n", b"\r\n"),
        b"travis_fold:end:after_success\r\x1b[0K\r\n\r\nDone. Your build exited with 0.\r\n",
    ))


def bare_payload(frames):
    """The base64 that the frames carry (their salt is 0), with padding: what the floor decodes."""
    digits = b"".join(line[15:-5] for line in frames.split(b"\n") if line.startswith(b"~lc1") and line[11:12] == b"D")
    digits += b"=" * (-len(digits) % 4)
    return b"\n".join(digits[at:at + 108] for at in range(0, len(digits), 108)) + b"\n"


def grammar():
    """Digits that change with the grammar of the frames, which the golden logs fix."""
    digest = hashlib.sha256()
    for path in files_of(os.path.join(ROOT, "fixtures", "src", "main", "resources", "frames")):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()[:8]


def five_real_jobs(cache):
    """The recorded logs of four jobs with coverage.xml and of one with a tracefile, as one build."""
    builds = os.path.join(ROOT, "fixtures", "builds")
    folder = os.path.join(cache, "five-real-jobs")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for path in files_of(os.path.join(builds, "python-matrix")) + [os.path.join(builds, "c-matrix", "8120.1.log")]:
        shutil.copy(path, folder)
    return folder


# ---- processes of our own

def start_child(work, argument):
    """Starts work(argument) in a process of its own. A measured program inherits the peak memory of the process that starts it, so
    this one must stay small."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work(argument)
        status = 0
    except SystemExit as problem:
        print(problem, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def wait_for(children, what):
    if any([os.waitpid(child, 0)[1] for child in children]):
        sys.exit("bench: could not make %s" % what)


def in_a_child(work, argument):
    wait_for([start_child(work, argument)], argument)


def progress(what, done, of):
    if sys.stderr.isatty():
        sys.stderr.write("\r%s %d/%d%s" % (what, done, of, "\n" if done == of else " "))
    elif done == of:
        sys.stderr.write("made %s: %d\n" % (what, of))


def files_of(folder):
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def mean_size(paths):
    """In millions of bytes."""
    return sum(map(os.path.getsize, paths)) / len(paths) / 1e6


def warm(paths):
    """Reads files, so that no tool waits for the disk."""
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 20):
                pass
