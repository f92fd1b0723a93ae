"""Ids that are the same on every machine: hashes of what a document and an entry are, short to type."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from chronicle.model import Document, EventDate
from chronicle.storing.names import fold

# Digits and letters that are not taken for one another.
_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
DOCUMENT_LENGTH = 8
EVENT_LENGTH = 10

# An event's number is its first day as eight digits, then these many for those of that day.
PER_DAY = 1_000_000
# A section's number is its document's, then three digits.
PER_DOCUMENT = 1_000


def short_hash(parts: Collection[str], length: int) -> str:
    from hashlib import sha256

    digest = int.from_bytes(sha256("\n".join(parts).encode()).digest()[:10], "big")
    return "".join(_SIGNS[(digest >> (5 * place)) & 31] for place in range(length))


def document_identity(document: Document) -> tuple[str, ...]:
    """What makes it this work: the issue and the relation where they are printed, else what it covers."""
    citation = document.citation
    relation = relation_of(document)
    issue = (citation.publication, citation.volume, citation.number)
    if all(issue) and (relation or citation.title):
        return ("issue", *(fold(part or "") for part in issue), relation or fold(citation.title or ""))
    heading = document.sections[0].heading if document.sections else None
    return ("work", fold(heading or ""), relation, fold(citation.title or ""), *period_of(document))


def relation_of(document: Document) -> str:
    printed = document.citation.relation, *(section.relation for section in document.sections)
    return fold(next((relation for relation in printed if relation), ""))


def period_of(document: Document) -> tuple[str, str]:
    """The first and the last day of its entries."""
    days = [e.date.start for s in document.sections for e in s.entries if e.date.start]
    return (min(days).isoformat(), max(days).isoformat()) if days else ("", "")


def document_key(document: Document, taken: Collection[str]) -> str:
    """The id of a new document; another work that claims the same issue goes by its period as well."""
    identity = document_identity(document)
    key = short_hash(identity, DOCUMENT_LENGTH)
    if key not in taken:
        return key
    for counted in range(len(taken) + 1):
        key = short_hash((*identity, *period_of(document), str(counted)), DOCUMENT_LENGTH)
        if key not in taken:
            break
    return key


class EventKeys:
    """Gives the entries of one document their ids: by relation, date and how many had that date before."""

    def __init__(self, document: str, kept: Collection[str] = ()) -> None:
        self.document = document
        self.taken = set(kept)
        self.seen: Counter[tuple[str, str]] = Counter()

    def next(self, relation: str | None, when: EventDate) -> str:
        """The id of the next new entry; one that a kept entry has already is passed over."""
        base = (fold(relation or ""), when.edtf or fold(when.text))
        while True:
            self.seen[base] += 1
            key = short_hash((self.document, *base, str(self.seen[base])), EVENT_LENGTH)
            if key not in self.taken:
                self.taken.add(key)
                return key


def day_number(day: date | None) -> int:
    """The number with which the events of a day begin: 20210903000000; 0 without a day."""
    return 0 if day is None else (day.year * 10_000 + day.month * 100 + day.day) * PER_DAY
