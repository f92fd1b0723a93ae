"""What is wrong in a table, as a value: where, what, and what to do."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """An error makes the coder wrong or stops it; a warning is worth a look and may be meant."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class TableProblem:
    """`line` is 1-based in the file, 1 being the header; `code` is one word for scripts."""

    severity: Severity
    path: Path
    line: int
    code: str
    what: str
    remedy: str

    @property
    def table(self) -> str:
        return self.path.name

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity}: {self.what}; {self.remedy}"
