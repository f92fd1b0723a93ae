"""The development set (tests/documents), and any other texts with a coding by hand, coded by the program."""

from collections.abc import Iterator
from pathlib import Path

from scoring import Record, read_coding

from chronicle.extracting import Gazetteer, code_document
from chronicle.presenting.record import record
from chronicle.reading import read_document

DOCUMENTS = Path(__file__).parent / "documents"
HALVES = ("open", "held")
# Chronologies as other publishers print them, read like the open half.
PUBLISHERS = "publishers"
SETS = (*HALVES, PUBLISHERS)


def texts(name: str) -> list[Path]:
    return sorted(path for path in (DOCUMENTS / name).iterdir() if path.suffix in (".txt", ".md", ".html"))


def coding_of(text: Path) -> list[Record]:
    return read_coding(text.with_suffix(".jsonl"))


def events_of(text: Path, gazetteer: Gazetteer) -> list[Record]:
    """The records of all events of a file, in printed order."""
    document = read_document(text.read_bytes(), text.name)
    return [record(event) for events in code_document(document, gazetteer) for event in events]


def coded_set(name: str, gazetteer: Gazetteer) -> Iterator[tuple[str, list[Record], list[Record]]]:
    for text in texts(name):
        yield text.stem, coding_of(text), events_of(text, gazetteer)
