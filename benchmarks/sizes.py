"""What docs/ tells in seconds and megabytes, which nothing else could be compared with: measured once each.

The memory that exports and `import` take at most, the size of the report, how long `same` looks at all events, and
counts that no index helps with.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from shlex import join

from measuring import CHRONICLE, database

from chronicle.presenting.formats import NAMED

FEW, MANY, MOST = 10_000, 100_000, 1_000_000
COUNTS = (
    ["--by", "month", "--spread"],
    ["--by", "country_pair"],
    ["--by", "month,actor"],
    ["--by", "year", "--text", "外长"],
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        exports(Path(folder))
        imports(Path(folder))
        report(Path(folder))
    same()
    counts()


def exports(folder: Path) -> None:
    for name in NAMED:
        path = folder / f"events.{name}"
        seconds, peak = run(["export", name, "-o", str(path), "--db", str(database(MANY))])
        print(f"{f'export {name}, {MANY:,} events':<44} {seconds:6.1f} s, {peak:4.0f} MB of memory at most")


def imports(folder: Path) -> None:
    path = folder / "events.jsonl"
    seconds, peak = run(["import", str(path), "--db", str(folder / "new.db")])
    print(f"{f'import of them as jsonl, {MANY:,} events':<44} {seconds:6.1f} s, {peak:4.0f} MB of memory at most")


def report(folder: Path) -> None:
    path = folder / "report.html"
    seconds, peak = run(["report", "-o", str(path), "--db", str(database(FEW))])
    size = path.stat().st_size / 1e6
    print(f"{f'report of {FEW:,} events':<44} {seconds:6.1f} s, {peak:4.0f} MB of memory at most, {size:.1f} MB long")


def same() -> None:
    seconds, _ = run(["same", "--db", str(database(MANY))])
    print(f"{f'same, {MANY:,} events':<44} {seconds:6.1f} s")


def counts() -> None:
    for words in COUNTS:
        # The first brings the file into memory.
        (_, _), (seconds, _) = (run(["count", *words, "--db", str(database(MOST))]) for _ in range(2))
        print(f"{f'count {join(words)}, {MOST:,} events':<44} {seconds:6.1f} s")


def run(words: Sequence[str]) -> tuple[float, float]:
    """Seconds by the clock, and the most memory in megabytes; finding nothing is no failure."""
    begin = time.perf_counter()
    child = subprocess.Popen([CHRONICLE, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 3):
        raise subprocess.CalledProcessError(child.returncode, words)
    kibibytes = usage.ru_maxrss if sys.platform == "linux" else usage.ru_maxrss / 1024
    return time.perf_counter() - begin, kibibytes * 1024 / 1e6


if __name__ == "__main__":
    main()
