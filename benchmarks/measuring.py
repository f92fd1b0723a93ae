"""Times two ways of doing the same thing in one run, in turns, so that what else the machine does hits both.

A ratio below 1 means that ours takes less time. It is the median of the pairs' ratios.
"""

import os
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
MADE = HERE / "made"
CHRONICLE = str(Path(sys.executable).with_name("chronicle"))
SQLITE_UTILS = str(Path(sys.executable).with_name("sqlite-utils"))

Way = Callable[[], float]


@dataclass(frozen=True)
class Pair:
    """Medians in seconds, ours first."""

    ours: float
    theirs: float
    ratio: float


def in_turns(ours: Way, theirs: Way, rounds: int) -> Pair:
    """Each way once to warm up, then both in turns; each returns its own seconds."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    ratio = median(one / other for one, other in pairs)
    return Pair(median(one for one, _ in pairs), median(other for _, other in pairs), ratio)


def wall(command: Sequence[str], stdin: str | None = None) -> float:
    """Seconds of a command from start to end; its output goes nowhere."""
    begin = time.perf_counter()
    subprocess.run(command, input=stdin, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def processor(command: Sequence[str]) -> float:
    """Seconds of processor time of a command: steadier where others use the machine."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, command)
    child.returncode = 0
    return usage.ru_utime + usage.ru_stime


def here(function: Callable[[], object]) -> float:
    """Seconds of a function in this process."""
    begin = time.perf_counter()
    function()
    return time.perf_counter() - begin


def database(events: int) -> Path:
    """A database of so many invented events, made once."""
    path = MADE / f"{events}.db"
    if not path.exists():
        MADE.mkdir(exist_ok=True)
        print(f"making {path.relative_to(HERE)} ...", file=sys.stderr)
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        subprocess.run([sys.executable, HERE / "synthetic.py", str(events), part], check=True)
        part.rename(path)
    return path


def machine() -> str:
    """What a figure was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()} on {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def told(what: str, pair: Pair, mark: float, against: str) -> str:
    """One line: the ratio, the mark it has to keep below, and the two medians."""
    kept = "kept" if pair.ratio <= mark else "MISSED"
    return (
        f"{what:<44} {pair.ratio:7.3f} x {against} (mark {mark}: {kept}; "
        f"{pair.ours * 1000:.2f} ms to {pair.theirs * 1000:.2f} ms)"
    )
