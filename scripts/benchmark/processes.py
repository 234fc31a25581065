"""Whole processes: their wall time, CPU time, peak memory, and what Java allocated."""

import os
import re
import signal
import statistics
import subprocess
import tempfile
import time


class Figures:
    """Of the runs of one command: medians, the status of the last run, and whether it was stopped because it took too long."""

    def __init__(self, wall, cpu, peak, status=0, stopped=False, runs=1):
        self.wall, self.cpu, self.peak, self.status, self.stopped, self.runs = wall, cpu, peak, status, stopped, runs

    @staticmethod
    def median(figures):
        last = figures[-1]
        return Figures(*(statistics.median(getattr(each, name) for each in figures) for name in ("wall", "cpu", "peak")),
                       last.status, last.stopped, len(figures))

    def failed(self):
        return self.status != 0 and not self.stopped


class Command:
    """A command; the clean_up takes away what a run left."""

    def __init__(self, words, directory=None, environment=None, clean_up=None):
        self.words, self.directory, self.environment, self.clean_up = words, directory, environment, clean_up


def measure_once(command, timeout):
    """Runs a command as a process group of its own with its output thrown away. Its peak is that of the largest process, its CPU time
    that of all."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", **(command.environment or {}))
    started = time.monotonic()
    child = subprocess.Popen(command.words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             env=environment, cwd=command.directory, start_new_session=True)
    stopped = False

    def stop(*_):
        nonlocal stopped
        stopped = True
        os.killpg(child.pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(timeout)
    _, status, usage = os.wait4(child.pid, 0)
    signal.alarm(0)
    wall = time.monotonic() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if command.clean_up:
        command.clean_up()
    return Figures(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, stopped)


def measure(commands, runs, timeout):
    """Name -> Figures. The commands take turns, so that a noisy minute hits them all. One that fails, or that takes over a fifth of
    the timeout, runs once."""
    found = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            done = found[name]
            if done and (done[0].stopped or done[0].status or done[0].wall > timeout / 5):
                continue
            done.append(measure_once(command, timeout))
    return {name: Figures.median(each) for name, each in found.items()}


def said(words, **how):
    """The output of a program that should succeed, standard error included."""
    return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **how)


# "GC(0) DefNew: 8704K(9792K)->1088K(9792K)" and the same of Tenured, in the order of the collections.
_COLLECTED = re.compile(r"GC\(\d+\) (DefNew|Tenured): (\d+)K\(\d+K\)->(\d+)K")
_AT_EXIT = re.compile(r"(?:def new|tenured) generation +total \d+K, used (\d+)K")


def allocated(words, timeout):
    """The megabytes that a run of logcov allocates on Java's heap, by the log of the serial collector: what both generations grew by
    from one collection to the next, and from the last one to the end. None when the log does not tell."""
    with tempfile.TemporaryDirectory(prefix="logcov-bench-") as directory:
        log = os.path.join(directory, "gc.log")
        options = " ".join(filter(None, (os.environ.get("LOGCOV_JAVA_OPTS"), "-Xlog:gc+heap=info,gc+heap+exit=info:file=" + log)))
        measure_once(Command(words, environment={"LOGCOV_JAVA_OPTS": options}), timeout)
        if not os.path.exists(log):
            return None
        with open(log) as file:
            text = file.read()
    at_exit = _AT_EXIT.findall(text)
    if len(at_exit) != 2:
        return None
    kilobytes = sum(map(int, at_exit))
    for _, before, after in _COLLECTED.findall(text):
        kilobytes += int(before) - int(after)
    return kilobytes * 1024 / 1e6
