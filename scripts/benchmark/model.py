"""The program whose coverage is measured, and what its jobs ran of it. Both come from a seeded generator.

Its shape is that of Python's library, counted with coverage.py's parser in 250 modules: lengths of functions, gaps between
statements, and a fifth of the statements decide. What a job ran is made up: a twentieth of the files are not loaded, a quarter of the
functions not called, a third of the others end early; hits are spread over four powers of ten.
"""

import random

GENERATOR = 3  # goes into the cache's folder names: change it with what is made
FILES = 200

_FUNCTION_LENGTHS = (2, 3, 3, 4, 5, 6, 8, 10, 14, 20, 40)
_GAPS = ((1, 2, 3, 5, 10), (66, 20, 6, 5, 3))
_SHARE_OF_IFS = 0.42  # of the places where one could stand; they become a fifth of all statements


class Branch:
    """An `if` at a place in the statements of a file: its body follows up to `end`, then the other arm's target."""

    def __init__(self, at, end, returns):
        self.at, self.end, self.returns = at, end, returns


class Function:
    """The places of its first and last statement. The first one defines it, and runs when the file is loaded."""

    def __init__(self, name, first, last, branches):
        self.name, self.first, self.last, self.branches = name, first, last, branches


class Source:
    """A file: its path, the line of each statement, its functions; `branches` are those of all functions in order."""

    def __init__(self, path, lines, functions):
        self.path, self.lines, self.functions = path, lines, functions
        self.branches = [branch for function in functions for branch in function.branches]

    def exits(self, function, branch):
        """The lines that both arms lead to; None is out of the function."""
        after = branch.end + 1
        return self.lines[branch.at + 1], self.lines[after] if after <= function.last else None


def sources(statements):
    """The files that all jobs report on, each of so many statements."""
    made = random.Random("logcov bench %d" % GENERATOR)
    result = []
    for number in range(FILES):
        path = "src/%s/module_%03d" % (made.choice(("core", "io", "net", "text", "ui")), number)
        lines = []
        line = 0
        while len(lines) < statements:
            line += made.choices(*_GAPS)[0]
            lines.append(line)
        functions = []
        at = 0
        while at < statements:
            size = made.choice(_FUNCTION_LENGTHS)
            if statements - at - size < 2:
                size = statements - at
            functions.append(Function("function_%d" % len(functions), at, at + size - 1, list(_branches(made, at + 1, at + size))))
            at += size
        result.append(Source(path, lines, functions))
    return result


def _branches(made, at, end):
    while at < end - 1:
        if made.random() < _SHARE_OF_IFS:
            last = min(at + made.choice((1, 1, 1, 2, 3)), end - 1)
            yield Branch(at, last, made.random() < 0.3)
            at = last
        at += 1


def run(source, chance):
    """What one job ran of a file: the hits of each statement, and for each branch the times both arms were taken, None where the job
    never came to decide."""
    hits = [0] * len(source.lines)
    arms = []
    loaded = chance.random() >= 0.05
    for function in source.functions:
        if not loaded or chance.random() < 0.25:
            arms += [None] * len(function.branches)
            if loaded:
                hits[function.first] = 1
            continue
        hits[function.first] = 1
        calls = int(chance.lognormvariate(2, 2)) + 1
        # The place before which the job left the function for good, in all its calls.
        left = function.last + 1 if chance.random() < 0.67 else chance.randint(function.first + 1, function.last + 1)
        at = function.first + 1
        for branch in function.branches:
            hits[at:branch.at] = [calls if place < left else 0 for place in range(at, branch.at)]
            at = branch.at
            if at >= left or not calls:
                arms.append(None)
                calls = 0
            else:
                hits[at] = calls
                body = _taken(chance, calls)
                other = calls - body
                if left == at + 1:
                    body = other = 0  # the condition failed
                elif left <= branch.end + 1 <= function.last:
                    body, other = calls, 0  # the body failed, so no call came to what is behind it
                arms.append((body, other))
                hits[at + 1:branch.end + 1] = [body if place < left else 0 for place in range(at + 1, branch.end + 1)]
                if branch.returns:
                    calls -= body
            at = branch.end + 1
        hits[at:function.last + 1] = [calls if place < left else 0 for place in range(at, function.last + 1)]
    return hits, arms


def _taken(chance, calls):
    kind = chance.random()
    if kind < 0.35:
        return 0
    if kind < 0.6:
        return calls
    return chance.randint(0, calls)


class Union:
    """What all jobs ran together: what a right answer says. Bits of lines and arms for each file."""

    def __init__(self, all_sources):
        self._sources = all_sources
        self.bits = [[0, 0] for _ in all_sources]

    def add(self, number, hits, arms):
        """Adds a job's run of the file with that number."""
        self.bits[number][0] |= int("".join(["1" if count else "0" for count in hits]), 2)
        if arms:
            self.bits[number][1] |= int("".join(["00" if pair is None else "%d%d" % (pair[0] > 0, pair[1] > 0) for pair in arms]), 2)

    def merge(self, bits):
        for mine, other in zip(self.bits, bits):
            mine[0] |= other[0]
            mine[1] |= other[1]

    def totals(self):
        """Metric -> [covered, total]."""
        return {
            "line": [sum(bin(each[0]).count("1") for each in self.bits), sum(len(source.lines) for source in self._sources)],
            "branch": [sum(bin(each[1]).count("1") for each in self.bits), sum(2 * len(source.branches) for source in self._sources)],
        }
