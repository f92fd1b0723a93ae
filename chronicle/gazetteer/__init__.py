"""The reference tables looked after: checked, asked, and filled from a list of officeholders.

Standard library, `errors` and `model` only. The tables and their columns: data/README.md. Coding reads the
same tables in chronicle/extracting/gazetteer.py.
"""

from chronicle.gazetteer.checking import check
from chronicle.gazetteer.finding import Found, find, nearest
from chronicle.gazetteer.officeholders import Contradiction, Imported, import_officeholders
from chronicle.gazetteer.problems import Severity, TableProblem

__all__ = [
    "Contradiction",
    "Found",
    "Imported",
    "Severity",
    "TableProblem",
    "check",
    "find",
    "import_officeholders",
    "nearest",
]
