"""What was said of a document when it was read, kept with it for when it is read again."""

import json
from dataclasses import asdict

from chronicle.model import AS_FOUND, DateOrder, Language, ReadingOptions
from chronicle.storing.database import Database

# A file holds, in a later state, the document that it held before; else the same bytes under another name.
_OF_FILE = """
    SELECT d.options FROM documents d JOIN files f ON f.document_id = d.id WHERE f.path = :path"""
_OF_BYTES = "SELECT options FROM documents WHERE sha256 = :sha256"


def kept_options(options: ReadingOptions) -> str | None:
    """As a JSON object of what was said, None where nothing was."""
    said = {name: value for name, value in asdict(options).items() if value is not None}
    return json.dumps(said, ensure_ascii=False) if said else None


def as_options(kept: str | None) -> ReadingOptions:
    if kept is None:
        return AS_FOUND
    said = json.loads(kept)
    order, language = said.get("date_order"), said.get("language")
    return ReadingOptions(
        order and DateOrder(order), said.get("relation"), said.get("year"), said.get("section"),
        language and Language(language),
    )  # fmt: skip


def stored_options(db: Database, sha256: str, path: str | None) -> ReadingOptions:
    """With which the document was read that came from this path or that has these bytes."""
    row = next(db.rows(_OF_FILE, {"path": path}), None) or next(db.rows(_OF_BYTES, {"sha256": sha256}), None)
    return as_options(row[0]) if row else AS_FOUND
