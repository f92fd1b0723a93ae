"""The working vocabulary: what verbs, nouns and title words tell about an entry (data/verbs.csv ...)."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from chronicle.extracting.folding import fold


@dataclass(frozen=True, slots=True)
class Verb:
    """`type` is the event type it makes; `by` names what may change that; `object` how its object takes part.

    `by`: `noun` (the object decides), `person`, `hearer`, `craft`, ... (docs/codebook.md). `object`:
    `with` (takes part), `about` (is mentioned), `told`, `place`, `clause`, `noun`.
    """

    lemma: str
    type: str
    by: str
    object: str


@dataclass(frozen=True, slots=True)
class VerbForm:
    """`homograph`: a form that is as likely a noun (`talks`, `visits`)."""

    verb: Verb
    finite: bool
    participle: bool
    homograph: bool


@dataclass(slots=True)
class Lexicon:
    verbs: dict[tuple[str, ...], VerbForm] = field(default_factory=dict)
    nouns: dict[tuple[str, ...], str] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        return self.classes.get(name, frozenset())


def load_lexicon(folders: Iterable[Path]) -> Lexicon:
    folders = list(folders)
    nouns = {_key(row["noun"]): row["type"] for row in _rows(folders, "nouns.csv")}
    classes: dict[str, set[str]] = defaultdict(set)
    for row in _rows(folders, "words.csv"):
        classes[row["class"]].add(fold(row["word"]))
    verbs = _verb_forms(_rows(folders, "verbs.csv"), nouns, frozenset(classes["verbnoun"]))
    return Lexicon(verbs, nouns, {name: frozenset(words) for name, words in classes.items()})


def _rows(folders: list[Path], name: str) -> Iterator[dict[str, str]]:
    for folder in folders:
        path = folder / name
        if path.is_file():
            with path.open(encoding="utf-8-sig", newline="") as lines:
                yield from csv.DictReader(lines)


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in phrase.replace("-", " ").split())


def _verb_forms(
    rows: Iterable[dict[str, str]], nouns: dict[tuple[str, ...], str], also_nouns: frozenset[str]
) -> dict[tuple[str, ...], VerbForm]:
    forms: dict[tuple[str, ...], VerbForm] = {}
    for row in rows:
        verb = Verb(row["lemma"], row["type"], row["by"], row["object"])
        irregular = [f for f in row["forms"].split(";") if f]
        for form in {row["lemma"], *irregular, *regular_forms(row["lemma"])}:
            finite, participle = not form.endswith("ing"), form.endswith(("ed", "t", "n", "ing"))
            homograph = _key(form) in nouns or form in also_nouns or (verb.type == "other" and not participle)
            forms.setdefault(_key(form), VerbForm(verb, finite, participle, homograph))
    return forms


def regular_forms(lemma: str) -> set[str]:
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if head.endswith("e"):
        found = {head + "s", head + "d", head[:-1] + "ing"}
    elif head.endswith("y") and head[-2] not in "aeiou":
        found = {head[:-1] + "ies", head[:-1] + "ied", head + "ing"}
    elif head.endswith(("s", "sh", "ch", "x", "z")):
        found = {head + "es", head + "ed", head + "ing"}
    else:
        found = {head + "s", head + "ed", head + "ing"}
    return {form + tail for form in found}
