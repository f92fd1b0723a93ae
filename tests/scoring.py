"""Coded events compared with a coding by hand, field by field (docs/codebook.md, tests/documents/README.md).

Entries are paired by their opening words and their date. Of a pair, what is listed (persons, participants,
organizations, countries, venues) counts as found, missed or too much; what is one value (date, precision, type, mode)
as right or wrong. Optional items count neither way. An entry without a partner costs all it has.
"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]

LISTED = ("entries", "persons", "participants", "organizations", "countries", "venues")
FIELDS = (
    *("entries", "date", "precision", "persons", "participants", "one_name"),
    *("countries", "organizations", "venues", "type", "mode"),
)

# A partner by likeness alone has to share this much of the opening.
_ALIKE = 0.7


def read_coding(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@dataclass(slots=True)
class Figure:
    """`hit`, `missed` and `extra` of a listed field; of a valued one `hit` is right and `missed` wrong."""

    hit: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def asked(self) -> int:
        return self.hit + self.missed

    @property
    def precision(self) -> float:
        return _share(self.hit, self.hit + self.extra)

    @property
    def recall(self) -> float:
        return _share(self.hit, self.asked)

    @property
    def f1(self) -> float:
        return _share(2 * self.hit, 2 * self.hit + self.missed + self.extra)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(slots=True)
class Score:
    """The figures of some documents, and every fault in words: document, entry, field, what was wrong."""

    figures: dict[str, Figure] = field(default_factory=lambda: defaultdict(Figure))
    faults: list[str] = field(default_factory=list)
    given: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def value(self, name: str) -> float:
        """F1 of a listed field, the share that is right of a valued one."""
        figure = self.figures[name]
        return figure.f1 if name in LISTED else figure.recall

    def add_listed(self, name: str, where: str, owed: Sequence["Item"], found: Iterable[str]) -> None:
        hits, missed, extra = matched(owed, found)
        figure = self.figures[name]
        figure.hit += len(hits)
        figure.missed += len(missed)
        figure.extra += len(extra)
        if name == "persons":
            for item, rendering in hits:
                self.given[item.name][rendering] += 1
        if missed or extra:
            self.faults.append(f"{where} {name}: missed {[m.name for m in missed]} extra {extra}")

    def add_valued(self, name: str, where: str, got: object, accepted: Sequence[object]) -> None:
        right = got in accepted
        self.figures[name].hit += right
        self.figures[name].missed += not right
        if not right:
            self.faults.append(f"{where} {name}: {got!r} for {accepted[0]!r}")


def score(documents: Iterable[tuple[str, Sequence[Record], Sequence[Record]]]) -> Score:
    """The figures over documents, each with its name, its coding by hand and its coded events in their order."""
    total = Score()
    for name, coding, events in documents:
        _score_document(total, name, coding, events)
    for person, renderings in total.given.items():
        if renderings.total() > 1:
            total.add_valued("one_name", f"all {person}", len(renderings), (1,))
    return total


def _score_document(total: Score, name: str, coding: Sequence[Record], events: Sequence[Record]) -> None:
    partners = pair(coding, events)
    entries = total.figures["entries"]
    entries.hit += len(partners)
    entries.missed += len(coding) - len(partners)
    entries.extra += len(events) - len(partners)
    for i, coded in enumerate(coding):
        where = f"{name}:{coded['n']}"
        if i not in partners:
            total.faults.append(f"{where} entries: missed {coded['opening']!r}")
        _score_entry(total, where, coded, events[partners[i]] if i in partners else _NOTHING)
    taken = set(partners.values())
    total.faults += [f"{name} entries: extra {e['text'][:60]!r}" for j, e in enumerate(events) if j not in taken]


_NO_DATE = {"start": None, "end": None, "precision": None}
_NOTHING: Record = {"text": "", "type": None, "mode": "", "actors": [], "venues": [], "date": _NO_DATE}


def _score_entry(total: Score, where: str, coded: Record, event: Record) -> None:
    printed, read = coded["date"], event["date"]
    total.add_valued("date", where, (read["start"], read["end"]), [(printed["start"], printed["end"])])
    total.add_valued("precision", where, read["precision"], [printed["precision"]])
    for name in ("type", "mode"):
        total.add_valued(name, where, event[name], [coded[name], *coded.get(f"{name}_alt", ())])
    persons, organizations = _actors(event, "person"), _actors(event, "organization")
    total.add_listed("persons", where, items(coded["persons"]), _names(persons))
    parts = items(coded["persons"], optional=lambda person: person["role"] != "participant")
    total.add_listed("participants", where, parts, _names(a for a in persons if a["role"] == "participant"))
    total.add_listed("organizations", where, items(coded["organizations"]), _names(organizations))
    total.add_listed("countries", where, _owed_states(coded), _states(event))
    total.add_listed("venues", where, items(coded["venues"]), _names(event["venues"]))


def _actors(event: Record, kind: str) -> list[Record]:
    return [actor for actor in event["actors"] if actor["kind"] == kind]


def _names(named: Iterable[Record]) -> list[str]:
    return [each["name"] for each in named]


def _owed_states(coded: Record) -> list["Item"]:
    owed = [Item(code) for code in coded["countries"]]
    return owed + [Item(code, optional=True) for code in coded.get("countries_optional", ())]


def _states(event: Record) -> list[str]:
    return sorted({a["country"] for a in event["actors"] if a["role"] == "participant" and a["country"]})


# --- entries and events


def pair(coding: Sequence[Record], events: Sequence[Record]) -> dict[int, int]:
    """Which event each coded entry became: the one with its opening, on its date and nearby rather than not.

    Entries whose opening no event has take the most similar of the events left over.
    """
    texts = [folded(event["text"]) for event in events]
    openings = [folded(coded["opening"]) for coded in coding]
    partners: dict[int, int] = {}
    for i, opening in enumerate(openings):
        free = [j for j in range(len(events)) if j not in partners.values() and texts[j].startswith(opening)]
        if free:
            start = coding[i]["date"]["start"]
            partners[i] = min(free, key=lambda j: (events[j]["date"]["start"] != start, abs(j - i)))
    for i in sorted(set(range(len(coding))) - set(partners)):
        alike = {
            j: SequenceMatcher(None, openings[i], texts[j][: len(openings[i]) + 12]).ratio()
            for j in range(len(events))
            if j not in partners.values()
        }
        best = max(alike, key=lambda j: alike[j], default=None)
        if best is not None and alike[best] >= _ALIKE:
            partners[i] = best
    return partners


# --- names


@dataclass(frozen=True)
class Item:
    """Something that the coder listed, under all the names that are right for it."""

    name: str
    aliases: tuple[str, ...] = ()
    optional: bool = False

    def is_called(self, name: str) -> bool:
        called = {self.name, *self.aliases}
        if folded(name) in {folded(each) for each in called}:
            return True
        words = name_words(name)
        return len(words) > 1 and any(words == name_words(each) for each in called)


def items(coded: Iterable[Record], optional: Callable[[Record], bool] = lambda each: False) -> list[Item]:
    """What the coder listed; optional where the coder or `optional` says so."""
    return [
        Item(each["name"], tuple(each.get("aliases", ())), bool(each.get("optional")) or optional(each))
        for each in coded
    ]


def matched(owed: Sequence[Item], found: Iterable[str]) -> tuple[list[tuple[Item, str]], list[Item], list[str]]:
    """Owed items with the names they were found under, those missed, and names that are nobody's.

    A second name of an item that was found already is neither.
    """
    left = list(dict.fromkeys(found))
    hits: list[tuple[Item, str]] = []
    missed: list[Item] = []
    for item in sorted(owed, key=lambda each: each.optional):
        called = [name for name in left if item.is_called(name)]
        left = [name for name in left if name not in called]
        if item.optional:
            continue
        if called:
            hits.append((item, called[0]))
        else:
            missed.append(item)
    return hits, missed, left


@cache
def folded(text: str) -> str:
    """Without case, accents, punctuation and doubled blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


_SHORT = (
    ("united states of america", "us"),
    ("united states", "us"),
    ("u s", "us"),
    ("united kingdom", "uk"),
    ("united nations", "un"),
)
_AMERICAN = {"organisation": "organization", "defence": "defense", "centre": "center", "labour": "labor"}
_LITTLE = frozenset("of the for and on s".split())


@cache
def name_words(name: str) -> frozenset[str]:
    """A name as a set of words, so that `the U.S. State Department` is the `Department of State of the US`."""
    text = folded(name)
    for long, short in _SHORT:
        text = re.sub(rf"\b{long}\b", short, text)
    return frozenset(_AMERICAN.get(word, word) for word in text.split() if word not in _LITTLE)
