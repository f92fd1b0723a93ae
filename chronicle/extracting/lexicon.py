"""The working vocabulary: what verbs, nouns and title words tell about an entry (data/verbs.csv ...)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from chronicle.extracting.folding import fold
from chronicle.extracting.functionwords import FUNCTION_WORDS
from chronicle.inflecting import regular_forms, third
from chronicle.reference import table_rows


class Verb(NamedTuple):
    """`type` is the event type it makes; `by` names what may change that; `object` how its object takes part.

    `by`: the rules of data/kinds.csv that come before `type`. `object`: `with` (takes part), `about`
    (is mentioned), `told`, `place`, `clause`, `noun`. `plover`: the code that it gives to a statement, a
    use of force, a sanction or an incident. `marks`: what else the rules ask of a verb, words of
    data/README.md. `size`: how many words it is.
    """

    lemma: str
    type: str
    by: str
    object: str
    plover: str = ""
    marks: frozenset[str] = frozenset()
    size: int = 1


class VerbForm(NamedTuple):
    """`homograph`: a form that is as likely a noun (`talks`, `visits`), or of no weight; `noun`: surely a noun too.

    `participle`: can be a past participle or ends in -ing; `past`: a past tense or participle;
    `third`: the present after one (`visits`), not after many (`visit`).
    """

    verb: Verb
    finite: bool
    participle: bool
    homograph: bool
    past: bool = False
    third: bool = False
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule asks of a subject or an object: one of these words, types of noun or kinds of mention.

    Or `anything`: nothing is asked; or `absent`: there must be none.
    """

    words: frozenset[str]
    types: frozenset[str]
    mentions: frozenset[str]
    anything: bool
    absent: bool = False


@dataclass(frozen=True, slots=True)
class KindRule:
    """One row of data/kinds.csv: the type of an event where subject and object are what is asked for."""

    subject: Asked
    object: Asked
    type: str


_NONE: frozenset[str] = frozenset()
# What follows the first word of a verb or a noun of several words, the longest first.
VerbTails = tuple[tuple[tuple[str, ...], VerbForm], ...]
NounTails = tuple[tuple[tuple[str, ...], str], ...]


@dataclass(slots=True)
class Lexicon:
    """`openers` are the words with which a title can begin, `spoken` those for a speech or for who hears it.

    `function_words` are no names: the words of grammar, days and months.
    """

    verbs: dict[tuple[str, ...], VerbForm] = field(default_factory=dict)
    nouns: dict[tuple[str, ...], str] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    verb_tails: dict[str, VerbTails] = field(default_factory=dict)
    noun_tails: dict[str, NounTails] = field(default_factory=dict)
    rules: dict[str, tuple[KindRule, ...]] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    function_words: frozenset[str] = FUNCTION_WORDS

    def words(self, name: str) -> frozenset[str]:
        return self.classes.get(name, _NONE)


# Classes of words taken together.
_OPENING = ("title", "modifier", "honorific", "counterpart")
_SPOKEN = ("aloud", "occasion")


def load_lexicon(folders: Iterable[Path]) -> Lexicon:
    folders = list(folders)
    nouns = _nouns(table_rows(folders, "nouns.csv"))
    gathered: dict[str, set[str]] = defaultdict(set)
    for row in table_rows(folders, "words.csv"):
        gathered[row["class"]].add(fold(row["word"]))
    classes = {name: frozenset(words) for name, words in gathered.items()}
    told = _ToldByForm(*(classes.get(name, frozenset()) for name in _ToldByForm._fields))
    verbs = _verb_forms(table_rows(folders, "verbs.csv"), nouns, told)
    rules = _kind_rules(table_rows(folders, "kinds.csv"), classes)
    function_words = FUNCTION_WORDS | classes.get("month", frozenset())
    openers, spoken = _taken_together(classes, _OPENING), _taken_together(classes, _SPOKEN)
    verb_tails, noun_tails = _by_first_word(verbs), _by_first_word(nouns)
    return Lexicon(verbs, nouns, classes, verb_tails, noun_tails, rules, openers, spoken, function_words)


def _taken_together(classes: dict[str, frozenset[str]], names: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(classes.get(name, frozenset()) for name in names))


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in phrase.replace("-", " ").split())


_Value = TypeVar("_Value")


def _by_first_word(table: dict[tuple[str, ...], _Value]) -> dict[str, tuple[tuple[tuple[str, ...], _Value], ...]]:
    tails: dict[str, list[tuple[tuple[str, ...], _Value]]] = defaultdict(list)
    for key, value in table.items():
        tails[key[0]].append((key[1:], value))
    return {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in tails.items()}


# --- nouns


def _nouns(rows: Iterable[dict[str, str]]) -> dict[tuple[str, ...], str]:
    """Each noun with its type, and its plural."""
    nouns: dict[tuple[str, ...], str] = {}
    for row in rows:
        nouns[_key(row["noun"])] = row["type"]
    for key, kind in list(nouns.items()):
        nouns.setdefault((*key[:-1], third(key[-1])), kind)
    return nouns


# --- verbs

_IRREGULAR_PRESENT = frozenset({"is", "are", "has"})


class _ToldByForm(NamedTuple):
    """Classes of forms whose ending does not tell what they are.

    `verbnoun`: as likely a noun; `participle`: no past tense; `past`: no participle; `unchanged`: both, and the lemma.
    """

    verbnoun: frozenset[str]
    participle: frozenset[str]
    past: frozenset[str]
    unchanged: frozenset[str]


def _verb_forms(
    rows: Iterable[dict[str, str]], nouns: dict[tuple[str, ...], str], told: _ToldByForm
) -> dict[tuple[str, ...], VerbForm]:
    forms: dict[tuple[str, ...], VerbForm] = {}
    for row in rows:
        key = _key(row["lemma"])
        marks = frozenset(filter(None, (row.get("marks") or "").split(";")))
        verb = Verb(row["lemma"], row["type"], row["by"], row["object"], row.get("plover") or "", marks, len(key))
        irregular = [f for f in row["forms"].split(";") if f]
        for form in {row["lemma"], *irregular, *regular_forms(row["lemma"])}:
            forms.setdefault(_key(form), _verb_form(verb, key, _key(form), nouns, told))
    return forms


def _verb_form(
    verb: Verb,
    lemma: tuple[str, ...],
    form: tuple[str, ...],
    nouns: dict[tuple[str, ...], str],
    told: _ToldByForm,
) -> VerbForm:
    """What a form is by its ending. Forms of several words differ from the lemma in one of them."""
    inflected = next((f for f, base in zip(form, lemma, strict=False) if f != base), form[0])
    base = form == lemma
    ing = not base and inflected.endswith("ing")
    third = not base and not ing and (inflected.endswith("s") or inflected in _IRREGULAR_PRESENT)
    third = third and inflected not in told.past
    past = not base and not ing and not third
    is_noun = form in nouns or (len(form) == 1 and form[0] in told.verbnoun)
    homograph = is_noun or (verb.type == "other" and (base or third))
    participle = ing or (past and inflected not in told.past) or (base and inflected in told.unchanged)
    finite = not ing and inflected not in told.participle
    return VerbForm(verb, finite, participle, homograph, past, third, is_noun)


# --- rules of kind


def _kind_rules(rows: Iterable[dict[str, str]], classes: dict[str, frozenset[str]]) -> dict[str, tuple[KindRule, ...]]:
    rules: dict[str, list[KindRule]] = defaultdict(list)
    for row in rows:
        subject, behind = _asked(row["subject"], classes), _asked(row["object"], classes)
        rules[row["rule"]].append(KindRule(subject, behind, row["type"]))
    return {name: tuple(found) for name, found in rules.items()}


def _asked(cell: str, classes: dict[str, frozenset[str]]) -> Asked:
    """`court;is:aid;PERSON`: a word or a class of words, a type of noun, a kind of mention; `-`: none at all."""
    if cell == "-":
        return Asked(frozenset(), frozenset(), frozenset(), anything=False, absent=True)
    words: set[str] = set()
    types: set[str] = set()
    mentions: set[str] = set()
    for item in filter(None, cell.split(";")):
        if item.startswith("is:"):
            types.add(item.removeprefix("is:"))
        elif item.isupper():
            mentions.add(item.lower())
        else:
            words |= classes.get(item, frozenset({item}))
    return Asked(frozenset(words), frozenset(types), frozenset(mentions), not cell)
