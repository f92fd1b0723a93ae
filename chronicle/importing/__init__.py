"""Events that another database exported, taken into this one: what `export jsonl` and `export csv` wrote."""

from chronicle.importing.files import given, rows_of
from chronicle.importing.taking import Imported, Refused, import_files, import_rows

__all__ = ["Imported", "Refused", "given", "import_files", "import_rows", "rows_of"]
