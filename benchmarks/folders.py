"""A folder of 1,000 issues ingested by two processes, against one. Mark: at most .6 of the time.

The issues are a seed's, each of its own year and number and with its own words, so that none is another state of
another. The time is the clock's: that is what two processes save, and on a machine that others use it says little.
"""

import re
import tempfile
from pathlib import Path

from measuring import CHRONICLE, HERE, Pair, in_turns, told, wall

MARK = 0.6
ISSUES = 1_000
ROUNDS = 1
SEED = "china-russia-2021-q3.txt"


def fill(folder: Path, issues: int = ISSUES) -> None:
    """Issues of five hundred years, two a year."""
    text = (HERE.parent / "seeds" / SEED).read_text(encoding="utf-8")
    for number in range(issues):
        year = str(1500 + number % 500)
        own = re.sub(r"\b202[12]\b", year, text).replace("Issue 3", f"Issue {number // 500 + 1}")
        own = own.replace("Vol. 23", f"Vol. {number}").replace("Volume 23", f"Volume {number}")
        own = own.replace("Chinese", f"Chinese ({number})")
        (folder / f"{number:04d}.txt").write_text(own, encoding="utf-8")


def seconds(folder: Path, jobs: int) -> float:
    with tempfile.TemporaryDirectory() as made:
        database = str(Path(made, "events.db"))
        return wall([CHRONICLE, "ingest", str(folder), "--db", database, "--jobs", str(jobs), "--format", "jsonl"])


def compared(folder: Path) -> Pair:
    return in_turns(lambda: seconds(folder, 2), lambda: seconds(folder, 1), ROUNDS)


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        fill(Path(made))
        print(told(f"a folder of {ISSUES:,} issues, two processes", compared(Path(made)), MARK, "one process"))


if __name__ == "__main__":
    main()
