"""The development set (tests/documents), and any other texts with a coding by hand, coded by the program."""

from collections.abc import Iterator
from pathlib import Path

from scoring import Record, read_coding

from chronicle.extracting import Gazetteer, code_document
from chronicle.presenting.record import record
from chronicle.reading import read_document

DOCUMENTS = Path(__file__).parent / "documents"
HALVES = ("open", "held")


def texts(half: str) -> list[Path]:
    return sorted(path for path in (DOCUMENTS / half).iterdir() if path.suffix in (".txt", ".md"))


def coding_of(text: Path) -> list[Record]:
    return read_coding(text.with_suffix(".jsonl"))


def events_of(text: Path, gazetteer: Gazetteer) -> list[Record]:
    """The records of all events of a file, in printed order."""
    document = read_document(text.read_bytes(), text.name)
    return [record(event) for events in code_document(document, gazetteer) for event in events]


def coded_half(half: str, gazetteer: Gazetteer) -> Iterator[tuple[str, list[Record], list[Record]]]:
    for text in texts(half):
        yield text.stem, coding_of(text), events_of(text, gazetteer)
