"""slow_reader.py pipe|terminal COMMAND...: runs the command with a non-blocking stdout that is mostly full.

The command's PATH is $ROOM. Prints what the command printed, exits with its status, and tells on stderr how often its stdout was full.
"""
import fcntl
import os
import select
import subprocess
import sys
import time

if sys.argv[1] == "pipe":
    reader, writer = os.pipe()
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
else:
    reader, writer = os.openpty()
os.set_blocking(writer, False)
environment = {"PATH": os.environ["ROOM"], "TMPDIR": os.environ["TMPDIR"]}
child = subprocess.Popen(sys.argv[2:], stdout=writer, env=environment)


def is_full():
    return not select.select([], [writer], [], 0)[1]


def copy(size):
    data = os.read(reader, size)
    os.write(1, data)
    return len(data)


full = 0
while child.poll() is None:
    if is_full():
        full += 1
        copy(3001)  # no multiple of a record, so that a terminal takes a part of one
    else:
        time.sleep(0.001)
os.close(writer)
try:
    while copy(65536) > 0:
        pass
except OSError:  # how a terminal says that it ends
    pass
sys.stderr.write("%d times full\n" % full)
sys.exit(child.returncode)
